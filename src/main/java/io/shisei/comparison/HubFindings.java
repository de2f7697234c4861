package io.shisei.comparison;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.database.CopyRow;
import io.shisei.database.RowFile;
import io.shisei.inventory.Scope;
import io.shisei.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.exc.JacksonIOException;

/** What Security Hub says of accounts, as people bring it in. */
@Component
public class HubFindings {

    private static final String ARN = "arn:";

    private final StoredHubFindings stored;
    private final Controls controls;

    HubFindings(StoredHubFindings stored, Controls controls) {
        this.stored = stored;
        this.controls = controls;
    }

    public Optional<HubImport> last(String accountId) {
        return stored.last(accountId);
    }

    /**
     * Takes what {@code file} says of the account in the place of what was brought in before. The file is read once, and
     * never as a whole.
     *
     * @param file findings in AWS Security Finding Format: {@code {"Findings": […]}}, a list, or one on each line
     * @throws Refusal when it is not JSON, there is nothing in it to compare, or there is no such account
     * @throws JacksonIOException when it cannot be read to its end
     */
    public HubImport bringIn(String accountId, InputStream file, String username) {
        return bringIn(accountId, username, taker -> {
            AsffReader.each(file, taker);
            return List.of();
        });
    }

    /** Hands on findings; answers the regions of which what was brought in before stays beside what it hands on. */
    public interface Source {
        List<String> each(Consumer<AsffFields> taker);
    }

    /**
     * As {@link #bringIn(String, InputStream, String)}, from another source than a file.
     *
     * @throws Refusal when there is nothing to compare, or no such account
     */
    public HubImport bringIn(String accountId, String username, Source source) {
        stored.check(accountId);
        var global = global();
        var evaluated = controls.switches(accountId).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        try (var rows = new RowFile()) {
            var sieve = new Sieve(accountId, evaluated, finding -> write(finding, global, rows));
            var kept = source.each(sieve);
            return stored.replace(accountId, rows.read(), kept, sieve.leftOut(), username);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The controls that judge nothing of a single region: Security Hub repeats what they say in each. */
    private Set<ControlId> global() {
        return controls.all().stream()
                .filter(control -> control.resources().stream()
                        .allMatch(type -> type.scopes().equals(Set.of(Scope.GLOBAL))))
                .map(Control::id)
                .collect(Collectors.toSet());
    }

    private static void write(HubFinding finding, Set<ControlId> global, RowFile rows) {
        var home = global.contains(finding.control()) ? Scope.GLOBAL_REGION : finding.region();
        try {
            for (var resource : finding.resources()) {
                rows.add(CopyRow.of(
                        finding.control().value(),
                        resource,
                        resource.startsWith(ARN) ? "" : home,
                        finding.region(),
                        finding.status().name(),
                        finding.workflow() == null ? "" : finding.workflow().name(),
                        finding.updatedAt().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
