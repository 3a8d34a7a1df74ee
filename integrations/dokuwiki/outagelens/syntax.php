<?php

use dokuwiki\Extension\SyntaxPlugin;

/**
 * <outage-lens>report</outage-lens>; <outage-lens page="name" /> for the report on another page; and
 * <outage-lens view="compare"> with the name of a page in each line.
 *
 * It becomes the element of that name, with the report inside as escaped text, so that a reader whose browser does not run it
 * still has the report. The element reads it in the browser; nothing is read on the server.
 */
class syntax_plugin_outagelens extends SyntaxPlugin
{
    private const MODE = 'plugin_outagelens';

    /** What an author may set on the element. Everything else is dropped. */
    private const ATTRIBUTES = ['theme', 'view', 'parts', 'definition', 'height', 'heading-level'];

    /** @inheritdoc */
    public function getType()
    {
        return 'protected';
    }

    /** @inheritdoc */
    public function getPType()
    {
        return 'block';
    }

    /** Before <code> and <file>, which a report may have in it and which have 200 and 210. */
    public function getSort()
    {
        return 190;
    }

    /** @inheritdoc */
    public function connectTo($mode)
    {
        $this->Lexer->addSpecialPattern('<outage-lens\b[^>]*/>', $mode, self::MODE);
        $this->Lexer->addSpecialPattern('<outage-lens\b[^>]*>.*?</outage-lens>', $mode, self::MODE);
    }

    /** @inheritdoc */
    public function handle($match, $state, $pos, Doku_Handler $handler)
    {
        $opening = substr($match, 0, strpos($match, '>') + 1);
        preg_match_all('/([a-z-]+)\s*=\s*"([^"]*)"/i', $opening, $pairs);
        $end = strrpos($match, '</');
        return [
            'attributes' => array_combine(array_map('strtolower', $pairs[1]), $pairs[2]),
            'body' => $end === false ? '' : substr($match, strlen($opening), $end - strlen($opening)),
        ];
    }

    /** @inheritdoc */
    public function render($format, Doku_Renderer $renderer, $data)
    {
        if ($format === 'metadata') {
            $this->noteLinks($renderer, $data);
            return true;
        }
        if ($format !== 'xhtml') {
            $renderer->preformatted($data['body']);
            return true;
        }
        $renderer->doc .= $this->element($data);
        return true;
    }

    private function element(array $data): string
    {
        // As light or as dark as the wiki's template, whatever the reader's system prefers.
        $attributes = array_intersect_key($data['attributes'], array_flip(self::ATTRIBUTES)) + ['theme' => 'host'];
        $pages = $this->pages($data);
        if ($this->isComparison($data)) {
            $items = array_map(fn($id) => $this->html('li', ['data-src' => $this->source($id)], $this->link($id)), $pages);
            return $this->html('outage-lens', $attributes, $this->html('ul', [], implode('', $items)));
        }
        foreach ($pages as $id) {
            return $this->html('outage-lens', $attributes + ['src' => $this->source($id)], $this->link($id));
        }
        global $ID;
        // A page's name may be the only place that says which day the report is of.
        return $this->html('outage-lens', $attributes, $this->html('pre', ['data-name' => $ID], hsc($data['body'])));
    }

    private function isComparison(array $data): bool
    {
        return ($data['attributes']['view'] ?? '') === 'compare';
    }

    /** The pages that the element reads. */
    private function pages(array $data): array
    {
        if (!$this->isComparison($data)) {
            return isset($data['attributes']['page']) ? [$this->pageId($data['attributes']['page'])] : [];
        }
        // Authors write lists and links by habit.
        $names = array_map(fn($line) => trim($line, " \t*[]"), preg_split('/\R/', $data['body']));
        return array_map([$this, 'pageId'], array_values(array_filter($names, 'strlen')));
    }

    private function pageId(string $name): string
    {
        global $ID;
        return (new dokuwiki\File\PageResolver($ID))->resolveId($name);
    }

    /**
     * Where the report on a page is read from. The browser asks for it as the reader, so that a reader never sees more than
     * the wiki shows them.
     */
    private function source(string $id): string
    {
        return exportlink($id, 'xhtmlbody', '', false, '&');
    }

    private function link(string $id): string
    {
        return $this->html('a', ['href' => wl($id, '', false, '&')], hsc($id));
    }

    /** So that "Backlinks" knows of the pages. */
    private function noteLinks(Doku_Renderer $renderer, array $data): void
    {
        foreach ($this->pages($data) as $id) {
            $renderer->meta['relation']['references'][$id] = page_exists($id);
        }
    }

    /** An element with HTML in it, which must be safe. */
    private function html(string $name, array $attributes, string $html): string
    {
        $written = '';
        foreach ($attributes as $attribute => $value) {
            $written .= ' ' . $attribute . '="' . hsc($value) . '"';
        }
        return "<$name$written>$html</$name>";
    }
}
