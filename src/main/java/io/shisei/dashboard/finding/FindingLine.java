package io.shisei.dashboard.finding;

import io.shisei.control.Control;
import io.shisei.control.Controls;
import io.shisei.control.Text;
import io.shisei.finding.Finding;
import java.util.List;
import java.util.Map;

/**
 * A finding as a list shows it.
 *
 * @param title of its control; empty where the product does not have that any more
 * @param account its name, or its id when it is not watched any more
 */
record FindingLine(Finding finding, Text title, String account) {

    static List<FindingLine> of(List<Finding> findings, Controls controls, Map<String, String> accounts) {
        return findings.stream()
                .map(it -> new FindingLine(
                        it,
                        controls.find(it.controlId()).map(Control::title).orElse(Text.NONE),
                        accounts.getOrDefault(it.accountId(), it.accountId())))
                .toList();
    }
}
