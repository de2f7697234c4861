package io.shisei.test;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Whether an open page keeps to its width on phones, tablets and desktops, with everything in it unfolded. */
public final class Widths {

    /** Growing, since charts follow a narrower page only after a moment. */
    private static final List<Integer> ALL = List.of(320, 390, 768, 1024, 1200, 1280, 1920);

    private static final String OVERFLOWS = """
            () => {
              const name = it => it.tagName + '.' + it.className + '#' + it.id + ' ' + it.textContent.trim().slice(0, 40);
              const page = document.documentElement;
              const scrolls = it => it.closest('pre, .table-responsive, .tall') !== null;
              const all = [...document.querySelectorAll('body *')];
              const wide = page.scrollWidth <= page.clientWidth ? [] : ['the page: ' + page.scrollWidth,
                ...all.filter(it => !scrolls(it) && it.getBoundingClientRect().right > page.clientWidth + 1).map(name)];
              const spilt = [...document.querySelectorAll('.panel, .tiles li > *, .alert')]
                .filter(it => it.scrollWidth > it.clientWidth + 1).map(name);
              const lost = [...document.querySelectorAll('.pick-list')]
                .filter(it => it.checkVisibility() && it.getBoundingClientRect().left < 0).map(name);
              return [...wide, ...spilt, ...lost];
            }
            """;

    private Widths() {}

    /** What leaves the page to the right, its card, or as a list of choices the page to the left, at each width. */
    public static List<String> overflows(Page page) {
        page.evaluate("document.querySelectorAll('main details').forEach(it => { it.open = true; })");
        return found(page, ALL, OVERFLOWS, "");
    }

    /** What a script finds at each width, in words that say so. */
    static List<String> found(Page page, List<Integer> widths, String script, String words) {
        var found = new ArrayList<String>();
        for (var width : widths) {
            page.setViewportSize(width, 900);
            ((List<?>) page.evaluate(script)).forEach(it -> found.add(width + ": " + words + it));
        }
        return found;
    }
}
