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

    /** What is alone found is shown at once. */
    @GetPage("/search")
    String search(@RequestParam(required = false) @Nullable String q, Model model) {
        var text = Words.orNull(q);
        var hits = search.find(text);
        if (hits.count() == 1) {
            return "redirect:" + address(hits);
        }
        model.addAttribute("q", text);
        model.addAttribute("hits", hits);
        return "search/search";
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
