package io.shisei.search;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.control.Control;
import io.shisei.control.Controls;
import io.shisei.inventory.search.ResourceSearch;
import io.shisei.refusal.Limits;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for a text among all that has a name. */
@Component
public class Search {

    /** Of each kind; who looks for more has a list with filters. */
    private static final int MOST = 20;

    /** Of each kind, while somebody types: more of them are not read. */
    private static final int SUGGESTED = 6;

    /** A single character is in nearly every name. */
    private static final int SHORTEST = 2;

    private final Accounts accounts;
    private final Controls controls;
    private final ResourceSearch resources;

    Search(Accounts accounts, Controls controls, ResourceSearch resources) {
        this.accounts = accounts;
        this.controls = controls;
        this.resources = resources;
    }

    /**
     * Upper and lower case alike; all words are to be found.
     *
     * @throws io.shisei.refusal.Refusal.Invalid when the text is too long
     */
    public Hits find(@Nullable String text) {
        return find(text, 1, MOST);
    }

    /** As {@link #find}, for what is being typed: the first few, and nothing of a text that says nothing yet. */
    public Hits suggest(@Nullable String text) {
        return find(text, SHORTEST, SUGGESTED);
    }

    private Hits find(@Nullable String text, int shortest, int most) {
        Limits.atMost("q", text, Limits.SEARCH);
        if (text == null || text.strip().length() < shortest) {
            return Hits.NONE;
        }
        var wanted = text.strip();
        var words = List.of(wanted.toLowerCase(Locale.ROOT).split("\\s+"));
        return new Hits(accounts(words, most), controls(wanted, words, most), resources.find(wanted, most));
    }

    private List<Account> accounts(List<String> words, int most) {
        return accounts.findAllByOrderByNameAscIdAsc().stream()
                .filter(it -> hasAll(it.id() + " " + it.name(), words))
                .limit(most)
                .toList();
    }

    private List<Control> controls(String text, List<String> words, int most) {
        return controls.all().stream()
                .filter(it -> hasAll(
                        it.id() + " " + it.title().en() + " " + it.title().ja(), words))
                .sorted(Comparator.comparing((Control it) -> !it.id().value().equalsIgnoreCase(text)))
                .limit(most)
                .toList();
    }

    private static boolean hasAll(String name, List<String> words) {
        var lower = name.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }
}
