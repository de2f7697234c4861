package io.shisei.finding.list;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.finding.search.SoughtFindings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Few controls that a filter chooses, of which an index has all that is active. */
record FewControls(SoughtFindings sought) {

    /** The newest active ones of a condition, control by control where they are few. */
    Group newest(int number, String condition) {
        return ids().map(ids -> Group.newest(number, condition, ids)).orElseGet(() -> Group.newest(number, condition));
    }

    /** Empty: no controls are chosen, or many, or there are accounts, a person or a rare text of which an index has what they have. */
    private Optional<List<String>> ids() {
        var filter = sought.filter();
        if (!sought.choosesControls() || sought.rare() || filter.assignees().isOne() || !filter.asksForActiveAlone()) {
            return Optional.empty();
        }
        var ids = (filter.controlIds().isEmpty() ? known() : filter.controlIds().stream())
                .filter(sought::lets)
                .map(ControlId::value)
                .sorted()
                .toList();
        return Optional.of(ids)
                .filter(it -> it.size() * (1 + 3 * filter.accountIds().size()) <= SoughtFindings.FEW_CONTROLS);
    }

    private Stream<ControlId> known() {
        return sought.controls().all().stream().map(Control::id);
    }
}
