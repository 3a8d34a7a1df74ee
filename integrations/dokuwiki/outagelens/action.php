<?php

use dokuwiki\Extension\ActionPlugin;
use dokuwiki\Extension\Event;
use dokuwiki\Extension\EventHandler;

/** Puts the script of the elements into the head of every page: reports also stand in sidebars and in included pages. */
class action_plugin_outagelens extends ActionPlugin
{
    /** @inheritdoc */
    public function register(EventHandler $controller)
    {
        $controller->register_hook('TPL_METAHEADER_OUTPUT', 'BEFORE', $this, 'addScript');
    }

    public function addScript(Event $event)
    {
        $url = DOKU_BASE . 'lib/plugins/outagelens/outage-lens/outage-lens.js';
        $event->data['script'][] = ['type' => 'module', 'src' => $url, '_data' => ''];
    }
}
