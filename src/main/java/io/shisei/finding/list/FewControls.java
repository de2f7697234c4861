package io.shisei.finding.list;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.finding.ChosenControls;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.RecordState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Few controls that a filter chooses, of which an index has all that is active. */
record FewControls(Controls controls, FindingFilter filter, ChosenControls chosen) {

    /** Of more controls all findings are read in their order, among which theirs are then not rare. */
    private static final int MOST = 40;

    /** The newest active ones of a condition, control by control where they are few. */
    Group newest(int number, String condition) {
        return ids().map(ids -> Group.newest(number, condition, ids)).orElseGet(() -> Group.newest(number, condition));
    }

    /** Empty: no controls are chosen, or many, or there are accounts or a person of which an index has what they have. */
    private Optional<List<String>> ids() {
        if (choosesAll() || filter.assignees().isOne() || !filter.recordStates().equals(Set.of(RecordState.ACTIVE))) {
            return Optional.empty();
        }
        var ids = (filter.controlIds().isEmpty() ? known() : filter.controlIds().stream())
                .filter(chosen::lets)
                .map(ControlId::value)
                .sorted()
                .toList();
        return Optional.of(ids)
                .filter(it -> it.size() * (1 + 3 * filter.accountIds().size()) <= MOST);
    }

    private boolean choosesAll() {
        return filter.controlIds().isEmpty()
                && filter.services().isEmpty()
                && filter.standards().isEmpty()
                && filter.severities().isEmpty();
    }

    private Stream<ControlId> known() {
        return controls.all().stream().map(Control::id);
    }
}
