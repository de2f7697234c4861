package io.shisei.dashboard.search;

import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Words;
import io.shisei.search.Hits;
import io.shisei.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SearchPages {
    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    /** What is alone found, or has this very id, is shown at once. */
    @GetPage("/search")
    String search(@RequestParam(required = false) @Nullable String q, Model model) {
        var text = Words.orNull(q);
        var hits = search.find(text);
        var meant = hits.count() == 1 ? hits : hits.called(text);
        if (meant.count() == 1) {
            return "redirect:" + address(meant);
        }
        model.addAttribute("q", text);
        model.addAttribute("hits", hits);
        return "search/search";
    }

    /** For the box in which somebody types. */
    @GetPage("/search/suggestions")
    String suggest(@RequestParam(required = false) @Nullable String q, Model model) {
        model.addAttribute("hits", search.suggest(q));
        return "search/suggestions";
    }

    private static String address(Hits hits) {
        if (!hits.accounts().isEmpty()) {
            return "/accounts/" + hits.accounts().getFirst().id();
        }
        return hits.controls().isEmpty()
                ? "/resources/" + hits.resources().getFirst().id()
                : "/controls/" + hits.controls().getFirst().id();
    }
}
