package io.shisei.test;

import com.microsoft.playwright.Page;
import java.util.List;

/** Whether the heads of an open page's tables keep their words whole on screens that have room for them. */
public final class Heads {

    private static final List<Integer> ROOMY = List.of(1200, 1280, 1920);

    /** Short words only: what is longer may have to be broken, and Japanese runs of katakana may be two words. */
    private static final String BROKEN = """
            () => {
              const word = /[A-Za-z]{2,16}|(?<![ァ-ヺー])[ァ-ヺー]{2,8}(?![ァ-ヺー])/g;
              const broken = [];
              for (const head of document.querySelectorAll('thead th')) {
                if (!head.checkVisibility()) continue;
                const texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
                for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                  for (const found of text.textContent.matchAll(word)) {
                    const range = document.createRange();
                    range.setStart(text, found.index);
                    range.setEnd(text, found.index + found[0].length);
                    const lines = new Set([...range.getClientRects()].map(it => Math.round(it.top)));
                    if (lines.size > 1) broken.push(found[0]);
                  }
                }
              }
              return broken;
            }
            """;

    private Heads() {}

    /** The words that are broken, with the width at which they are. */
    public static List<String> broken(Page page) {
        return Widths.found(page, ROOMY, BROKEN, "the head is broken in ");
    }
}
