package io.shisei.api.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.shisei.api.Language;
import io.shisei.control.Control;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.finding.Counts;
import io.shisei.inventory.Gap;
import io.shisei.score.ControlScore;
import io.shisei.score.ControlStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A control as the API shows it: what it demands, how it is set, and how it is kept.
 *
 * @param resourceType the first of {@code resourceTypes}, for scripts that know controls of one type only
 * @param retired when its publisher took it out of a standard; null while it is in all of them
 * @param differs how it differs from its publisher's; null where it does not
 * @param unsuppressedScore the score if none of its findings were suppressed
 * @param gaps what kept its resources from being listed
 */
record ControlItem(
        String id,
        String service,
        String title,
        String remediation,
        Severity severity,
        String category,
        @Nullable DifferenceItem differs,
        String resourceType,
        List<String> resourceTypes,
        List<String> standards,
        @Nullable LocalDate retired,
        boolean enabled,
        Map<String, Setting> parameters,
        Set<String> requiredActions,
        ControlStatus status,
        @Nullable Double score,
        @Nullable Double unsuppressedScore,
        Counts counts,
        List<Gap> gaps,
        @Nullable Instant evaluatedAt) {

    /** A parameter of a control; one without default may be without value. */
    record Setting(
            String type,
            @JsonProperty("default") @Nullable Object defaultValue,
            @Nullable Object value) {}

    static ControlItem of(
            Control control,
            Controls.Setting setting,
            List<Standard> standards,
            ControlScore score,
            Language language) {
        return new ControlItem(
                control.id().value(),
                control.service(),
                language.of(control.title()),
                language.of(control.remediation()),
                control.severity(),
                control.category(),
                DifferenceItem.of(control.differs(), language),
                control.types().getFirst(),
                control.types(),
                standards(control, standards),
                retired(control, standards),
                setting.enabled(),
                parameters(control, setting),
                new TreeSet<>(control.actions()),
                score.status(),
                score.counts().score(),
                score.unsuppressed().score(),
                score.counts(),
                score.gaps(),
                score.evaluatedAt());
    }

    private static List<String> standards(Control control, List<Standard> standards) {
        return standards.stream()
                .filter(standard -> standard.controls().contains(control.id()))
                .map(Standard::id)
                .toList();
    }

    private static @Nullable LocalDate retired(Control control, List<Standard> standards) {
        return standards.stream()
                .filter(standard -> standard.retired().containsKey(control.id()))
                .findFirst()
                .map(standard -> standard.retired().get(control.id()))
                .orElse(null);
    }

    private static Map<String, Setting> parameters(Control control, Controls.Setting setting) {
        var parameters = new TreeMap<String, Setting>();
        control.parameters().forEach((name, parameter) -> {
            var value = setting.parameters().getOrDefault(name, parameter.defaultValue());
            parameters.put(name, new Setting(parameter.type(), parameter.defaultValue(), value));
        });
        return parameters;
    }
}
