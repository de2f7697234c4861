package io.shisei.comparison;

import io.shisei.account.RegionId;
import io.shisei.control.ControlId;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.WorkflowStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is compared of a finding of Security Hub. */
record HubFinding(
        ControlId control,
        List<String> resources,
        String region,
        ComplianceStatus status,
        @Nullable WorkflowStatus workflow,
        Instant updatedAt) {

    /** Findings of before 2023 name their control here alone; those of other standards number it as their standard does. */
    private static final Pattern GENERATOR = Pattern.compile(
            "(?:security-control|aws-foundational-security-best-practices/v/[^/]{1,16})/([A-Za-z][A-Za-z0-9]{0,31}\\.\\d{1,4})");

    /** The control that a finding is of; empty where none is named. */
    static Optional<ControlId> control(AsffFields fields) {
        var named = fields.text(AsffFields.CONTROL);
        var generator = GENERATOR.matcher(fields.text(AsffFields.GENERATOR));
        try {
            return Optional.of(new ControlId(named.isEmpty() && generator.matches() ? generator.group(1) : named));
        } catch (IllegalArgumentException notOurForm) {
            return Optional.empty();
        }
    }

    /** Empty when something is missing, or cannot be read. */
    static Optional<HubFinding> of(ControlId control, AsffFields fields) {
        var resources = fields.all(AsffFields.RESOURCE).distinct().toList();
        var region = region(fields);
        var status = value(ComplianceStatus.class, fields.text(AsffFields.STATUS));
        var updatedAt = instant(fields.text(AsffFields.UPDATED_AT));
        if (resources.isEmpty() || !RegionId.fits(region) || status == null || updatedAt == null) {
            return Optional.empty();
        }
        var workflow = value(WorkflowStatus.class, fields.text(AsffFields.WORKFLOW));
        return Optional.of(new HubFinding(control, resources, region, status, workflow, updatedAt));
    }

    /** Security Hub adds its own to what is sent to it, which has that of the resource alone. */
    private static String region(AsffFields fields) {
        var own = fields.text(AsffFields.REGION);
        return own.isEmpty() ? fields.text(AsffFields.RESOURCE_REGION) : own;
    }

    private static <E extends Enum<E>> @Nullable E value(Class<E> type, String name) {
        return EnumSet.allOf(type).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant instant(String text) {
        try {
            var at = OffsetDateTime.parse(text);
            return at.getYear() < 1970 || at.getYear() > 9999 ? null : at.toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
