package io.shisei.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;

/** A browser of one person, in one language and scheme, that takes whole pages; those that are to be printed as PDF, too. */
record Camera(Browser browser, String url, Person person, Film film, Path folder) {

    record Person(String name, String password) {}

    record Film(String language, ColorScheme scheme, List<Integer> widths) {
        String name(Shot shot, Object width) {
            return "%s-%s-%s-%s".formatted(shot.name(), language, scheme.name().toLowerCase(), width);
        }
    }

    void take(List<Shot> shots) {
        var options = new Browser.NewContextOptions()
                .setLocale(film.language().equals("ja") ? "ja-JP" : "en-US")
                .setTimezoneId("Asia/Tokyo")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(film.scheme());
        try (var context = browser.newContext(options)) {
            var page = context.newPage();
            shots.stream().filter(it -> it.address().startsWith("/login")).forEach(it -> take(page, it));
            logIn(page);
            shots.stream().filter(it -> !it.address().startsWith("/login")).forEach(it -> take(page, it));
        }
    }

    private void logIn(Page page) {
        page.navigate(url + "/login");
        page.locator("#username").fill(person.name());
        page.locator("#password").fill(person.password());
        page.locator("[data-testid=login-submit]").click();
        page.waitForURL(url + "/");
    }

    /** @throws IllegalStateException when the service fails */
    private void open(Page page, Shot shot) {
        var answer = page.navigate(url + shot.address());
        if (answer.status() >= 500) {
            throw new IllegalStateException(person.name() + " is answered " + answer.status() + ": " + shot.address());
        }
    }

    private void take(Page page, Shot shot) {
        for (var width : film.widths()) {
            page.setViewportSize(width, 900);
            open(page, shot);
            if (!shot.clicked().isEmpty()) {
                var clicked = page.locator(shot.clicked()).first();
                if (!clicked.isVisible()) { // a menu that is there on phones only, or what a reader is not offered
                    continue;
                }
                clicked.click();
                page.waitForLoadState();
            }
            var file = folder.resolve(film.name(shot, width) + ".png");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
        }
        if (film.scheme() == ColorScheme.LIGHT && shot.clicked().isEmpty()) {
            page.pdf(new Page.PdfOptions().setFormat("A4").setPath(folder.resolve(film.name(shot, "print") + ".pdf")));
        }
    }
}
