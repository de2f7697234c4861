package io.shisei.test;

import com.microsoft.playwright.Page;
import java.util.List;

/** Whether the ids of controls on an open page stay whole, from a phone to a wide screen. */
public final class Ids {

    /** Beside the usual ones, one just above where lists are laid out as on a phone. */
    private static final List<Integer> ALL = List.of(390, 660, 768, 1024, 1280);

    private static final String BROKEN = """
            () => [...document.querySelectorAll('main a, main .id')]
              .filter(it => /^[A-Za-z0-9]+\\.[0-9]+$/.test(it.textContent.trim()) && it.getClientRects().length > 1)
              .map(it => it.textContent.trim())
            """;

    private Ids() {}

    /** Those that are broken, with the width at which they are. */
    public static List<String> broken(Page page) {
        return Widths.found(page, ALL, BROKEN, "the id is broken: ");
    }
}
