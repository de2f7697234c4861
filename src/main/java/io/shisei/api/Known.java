package io.shisei.api;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.api.problem.BadCall;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What there is: refuses filters that name something else, and answers 404 for paths that do. */
@Component
public class Known {

    private final Accounts accounts;
    private final Controls controls;

    Known(Accounts accounts, Controls controls) {
        this.accounts = accounts;
        this.controls = controls;
    }

    public Account account(String id) {
        return accounts.findById(id).orElseThrow(() -> BadCall.unknown("account", id));
    }

    public Control control(ControlId id) {
        return controls.find(id).orElseThrow(() -> BadCall.unknown("control", id));
    }

    public Standard standard(String id) {
        return controls.standard(id).orElseThrow(() -> BadCall.unknown("standard", id));
    }

    public void checkStandards(Collection<String> ids) {
        var known = controls.standards().stream().map(Standard::id).toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw BadCall.malformed(
                    "standardId", "'" + id + "' is not a standard; there are " + String.join(", ", known));
        });
    }

    public void checkAccount(@Nullable String id) {
        if (id != null && !accounts.existsById(id)) {
            throw BadCall.malformed("accountId", "'" + id + "' is not an account that is being watched");
        }
    }

    /** One account, those of a unit, or (neither) all. */
    public Circle circle(@Nullable String ou, @Nullable String accountId) {
        checkAccount(accountId);
        if (ou == null) {
            return Circle.of(accountId);
        }
        if (accountId != null) {
            throw BadCall.malformed("ou", "cannot be given with accountId");
        }
        var unit = new Ou(ou);
        var circle = accounts.circle(unit);
        if (circle.chosen().isEmpty()) {
            throw BadCall.malformed("ou", "'" + ou + "' is not a unit that has accounts");
        }
        return circle;
    }

    /** As {@link Accounts#named}, of accounts that are watched. */
    public Set<String> accounts(Set<String> ids, @Nullable String ou) {
        checkAccounts(ids);
        return accounts.named(ids, ou);
    }

    public void checkAccounts(Collection<String> ids) {
        ids.forEach(this::checkAccount);
    }

    public void checkServices(Collection<String> services) {
        check("service", services, control -> List.of(control.service()));
    }

    public void checkControls(Collection<ControlId> ids) {
        check(
                "controlId",
                ids.stream().map(ControlId::value).toList(),
                control -> List.of(control.id().value()));
    }

    public void checkTypes(String parameter, Collection<String> types) {
        check(parameter, types, Control::types);
    }

    private void check(String parameter, Collection<String> values, Function<Control, List<String>> of) {
        if (values.isEmpty()) {
            return;
        }
        var allowed = controls.all().stream()
                .flatMap(control -> of.apply(control).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        values.stream().filter(value -> !allowed.contains(value)).findFirst().ifPresent(value -> {
            throw BadCall.malformed(parameter, "'" + value + "' is not one of " + String.join(", ", allowed));
        });
    }
}
