<?php

namespace MediaWiki\Extension\OutageLens;

/**
 * The tag <outage-lens>.
 *
 * It writes the element of that name, with the report inside as escaped text, so that a reader whose browser does not run it
 * still has the report. The element reads it in the browser; nothing is read on the server.
 *
 * Classes of MediaWiki are not named in signatures: many have moved between the versions that this extension runs in.
 */
class Tags {
	/** What an author may set on the element. Everything else is dropped. */
	private const ATTRIBUTES = [ 'theme', 'view', 'parts', 'definition', 'height', 'heading-level' ];

	private $config;
	private $titles;
	private int $markers = 0;

	public function __construct( $config, $titles ) {
		$this->config = $config;
		$this->titles = $titles;
	}

	public function onParserFirstCallInit( $parser ) {
		$parser->setHook( 'outage-lens', [ $this, 'lens' ] );
	}

	/**
	 * <outage-lens>report</outage-lens>; <outage-lens page="Name" /> for the report on another page; and
	 * <outage-lens view="compare"> with the name of a page in each line.
	 */
	public function lens( $input, array $attributes, $parser ) {
		// As light or as dark as the wiki's skin, whatever the reader's system prefers.
		$set = array_intersect_key( $attributes, array_flip( self::ATTRIBUTES ) ) + [ 'theme' => 'host' ];
		if ( ( $attributes['view'] ?? '' ) === 'compare' ) {
			return $this->element( $set, self::raw( 'ul', [], $this->items( $input ?? '', $parser ) ), $parser );
		}
		if ( isset( $attributes['page'] ) ) {
			$page = $this->page( $attributes['page'], $parser );
			return $this->element( $set + [ 'src' => $page['source'] ], $page['html'], $parser );
		}
		$page = $parser->getPage();
		// A page's name may be the only place that says which day the report is of.
		$name = $page ? [ 'data-name' => strtr( $page->getDBkey(), '_', ' ' ) ] : [];
		return $this->element( $set, self::html( 'pre', $name, $input ?? '' ), $parser );
	}

	private function items( string $names, $parser ): string {
		$items = '';
		foreach ( preg_split( '/\R/', $names ) as $line ) {
			// Authors write lists and links by habit.
			$name = trim( $line, " \t*[]" );
			if ( $name !== '' ) {
				$page = $this->page( $name, $parser );
				$items .= self::raw( 'li', [ 'data-src' => $page['source'] ], $page['html'] );
			}
		}
		return $items;
	}

	/**
	 * Where the report on a page is read from, and a link to it. The browser asks for it as the reader, so that a reader
	 * never sees more than the wiki shows them.
	 */
	private function page( string $name, $parser ): array {
		$title = $this->titles->newFromText( $name );
		if ( !$title || !$title->canExist() ) {
			$message = wfMessage( 'outagelens-no-page' )->plaintextParams( $name )->inContentLanguage()->text();
			return [ 'source' => null, 'html' => self::html( 'span', [ 'class' => 'error' ], $message ) ];
		}
		// So that "What links here" knows of it.
		$parser->getOutput()->addLink( $title );
		return [
			'source' => $title->getLocalURL( [ 'action' => 'render' ] ),
			'html' => self::html( 'a', [ 'href' => $title->getLocalURL() ], $title->getPrefixedText() ),
		];
	}

	private function element( array $attributes, string $html, $parser ): string {
		$url = $this->config->get( 'ExtensionAssetsPath' ) . '/OutageLens/outage-lens/outage-lens.js';
		$script = self::raw( 'script', [ 'type' => 'module', 'src' => $url ], '' );
		$parser->getOutput()->addHeadItem( $script, 'outage-lens' );
		// The parser makes paragraphs and lists of what it takes for wikitext, so it gets a marker in place of the element.
		// Its name is not that of the tag, for which the parser counts markers of its own.
		$marker = $parser::MARKER_PREFIX . '-outage-lens-element-' . sprintf( '%08X', $this->markers++ ) . $parser::MARKER_SUFFIX;
		$parser->getStripState()->addNoWiki( $marker, self::raw( 'outage-lens', $attributes, $html ) );
		// Around it a block, because the parser would put anything else into a paragraph, which may hold no report.
		return self::raw( 'div', [], $marker );
	}

	/** An element with a text in it. */
	private static function html( string $name, array $attributes, string $text ): string {
		return self::raw( $name, $attributes, htmlspecialchars( $text, ENT_QUOTES ) );
	}

	/** An element with HTML in it, which must be safe. An attribute that is null is left out. */
	private static function raw( string $name, array $attributes, string $html ): string {
		$written = '';
		foreach ( array_filter( $attributes, 'is_string' ) as $attribute => $value ) {
			$written .= ' ' . $attribute . '="' . htmlspecialchars( $value, ENT_QUOTES ) . '"';
		}
		return "<$name$written>$html</$name>";
	}
}
