package io.shisei.dashboard.control;

import io.shisei.account.Accounts;
import io.shisei.control.setting.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The selector of where something is said of a control. */
@Component
class LevelChoice {
    private final Accounts accounts;

    LevelChoice(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param value as {@link Level#parse} takes it */
    record Option(String value, String label, boolean selected) {}

    /** The organizational units and the accounts that are watched, and {@code level} if it is not among them any more. */
    record Choice(List<Option> ous, List<Option> accounts) {}

    Choice of(Level level) {
        var chosen = level.toString();
        var ous = accounts.ous().keySet().stream()
                .map(ou -> new Option(ou.path(), ou.path(), ou.path().equals(chosen)))
                .toList();
        var all = accounts.briefly().stream()
                .filter(it -> !it.retired() || it.id().equals(chosen))
                .map(it -> new Option(it.id(), it.label(), it.id().equals(chosen)))
                .toList();
        return level.everywhere() || Stream.concat(ous.stream(), all.stream()).anyMatch(Option::selected)
                ? new Choice(ous, all)
                : with(new Option(chosen, chosen, true), level, ous, all);
    }

    private static Choice with(Option gone, Level level, List<Option> ous, List<Option> accounts) {
        return level.ou() == null ? new Choice(ous, plus(accounts, gone)) : new Choice(plus(ous, gone), accounts);
    }

    private static List<Option> plus(List<Option> options, Option gone) {
        var all = new ArrayList<>(options);
        all.add(gone);
        return all;
    }
}
