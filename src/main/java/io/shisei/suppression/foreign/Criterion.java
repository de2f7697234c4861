package io.shisei.suppression.foreign;

import io.shisei.control.ControlId;
import io.shisei.finding.rule.TagMatch.Tag;
import io.shisei.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One field that an automation rule looks at. Of its filters, one of those that say what it is must fit, and all of those
 * that say what it is not.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_StringFilter.html">StringFilter</a>
 */
record Criterion(String field, RuleDraft draft) {

    /** What each of our findings is, or once was: what looks for that finds them all. Of the region, an ARN names none. */
    static final Map<String, Set<String>> ALWAYS = Map.of(
            "ProductName", Set.of("Security Hub", "Security Hub CSPM"),
            "ProductArn", Set.of("arn:aws:securityhub:::product/aws/securityhub"),
            "CompanyName", Set.of("AWS"),
            "RecordState", Set.of("ACTIVE"),
            "WorkflowStatus", Set.of("NEW"));

    private record Filter(
            String comparison, String value, @Nullable String key) {

        /** As a pattern of ARNs, of what it is or of what it is not; null where that cannot be said. */
        @Nullable
        String pattern() {
            return switch (comparison) {
                case "EQUALS", "NOT_EQUALS" -> value;
                case "PREFIX", "PREFIX_NOT_EQUALS" -> value + "*";
                case "CONTAINS", "NOT_CONTAINS" -> "*" + value + "*";
                default -> null;
            };
        }

        boolean negates() {
            return comparison.contains("NOT_");
        }

        boolean fits(String text) {
            return switch (comparison) {
                case "EQUALS" -> text.equals(value);
                case "NOT_EQUALS" -> !text.equals(value);
                case "PREFIX" -> text.startsWith(value);
                case "PREFIX_NOT_EQUALS" -> !text.startsWith(value);
                case "CONTAINS" -> text.contains(value);
                case "NOT_CONTAINS" -> !text.contains(value);
                default -> false;
            };
        }
    }

    void read(List<Piece> filters) {
        var read = filters.stream().map(Criterion::filter).toList();
        if (read.isEmpty()) {
            draft.leaveOut(ForeignCode.NAMES_NOTHING, field);
            return;
        }
        switch (field) {
            case "AwsAccountId" -> read.forEach(filter -> equal(filter, draft.accounts, draft.exceptAccounts));
            case "ResourceRegion" -> read.forEach(filter -> equal(filter, draft.regions, draft.exceptRegions));
            case "ResourceId" -> read.forEach(this::resource);
            case "ResourceTags" -> tags(read);
            case "ComplianceSecurityControlId", "GeneratorId" -> controls(read);
            case "ComplianceStatus" -> status(read);
            default -> demand(find(read, ALWAYS.getOrDefault(field, Set.of())));
        }
    }

    private static Filter filter(Piece piece) {
        return new Filter(
                text(piece, "Comparison"),
                text(piece, "Value"),
                piece.field("Key").text());
    }

    private static String text(Piece piece, String name) {
        var text = piece.field(name).text();
        return text == null ? "" : text;
    }

    private void equal(Filter filter, List<String> are, List<String> areNot) {
        demandValue(filter);
        switch (filter.comparison()) {
            case "EQUALS" -> are.add(filter.value());
            case "NOT_EQUALS" -> areNot.add(filter.value());
            default -> unknown(filter);
        }
    }

    private void resource(Filter filter) {
        demandValue(filter);
        var pattern = filter.pattern();
        if (pattern == null) {
            unknown(filter);
        } else if (filter.value().contains("*") || filter.value().contains("?")) {
            draft.leaveOut(ForeignCode.NOT_A_PATTERN, filter.value());
        } else {
            (filter.negates() ? draft.exceptPatterns : draft.patterns).add(pattern);
        }
    }

    private void tags(List<Filter> filters) {
        var have = new ArrayList<Tag>();
        for (var filter : filters) {
            demandValue(filter);
            var tag = new Tag(filter.key() == null ? "" : filter.key(), filter.value());
            switch (filter.comparison()) {
                case "EQUALS" -> have.add(tag);
                case "NOT_EQUALS" -> draft.noTags.add(tag);
                default -> unknown(filter);
            }
        }
        (have.size() == 1 ? draft.allTags : draft.anyTags).addAll(have);
    }

    /** A generator is named by its control: {@code security-control/S3.8}. */
    private void controls(List<Filter> filters) {
        var ids = new TreeSet<ControlId>();
        for (var filter : filters) {
            var id = filter.value().substring(filter.value().lastIndexOf('/') + 1);
            if (!filter.comparison().equals("EQUALS")) {
                unknown(filter);
            } else {
                try {
                    ids.add(ControlId.parse("ComplianceSecurityControlId", id));
                } catch (Refusal.Invalid refused) {
                    draft.leaveOut(refused.code(), refused.arguments().toArray());
                }
            }
        }
        if (draft.controls != null) {
            ids.retainAll(draft.controls);
        }
        draft.controls = List.copyOf(ids);
    }

    /** Ours hide whatever a finding says: as much, where that is of no use unless it fails. */
    private void status(List<Filter> filters) {
        demand(find(filters, Set.of("FAILED")));
        draft.remark(ForeignCode.WHATEVER_IT_SAYS);
    }

    /** Whether the filters find findings that have one of these values, whichever. */
    private static boolean find(List<Filter> filters, Set<String> values) {
        var are = filters.stream().filter(filter -> !filter.negates()).toList();
        var areNot = filters.stream().filter(Filter::negates);
        return !values.isEmpty()
                && (are.isEmpty()
                        || values.stream().anyMatch(value -> are.stream().anyMatch(it -> it.fits(value))))
                && areNot.allMatch(it -> values.stream().allMatch(it::fits));
    }

    private void demand(boolean found) {
        if (!found) {
            draft.leaveOut(ForeignCode.UNKNOWN_CRITERION, field);
        }
    }

    private void demandValue(Filter filter) {
        if (filter.value().isBlank()) {
            draft.leaveOut(ForeignCode.NAMES_NOTHING, field);
        }
    }

    private void unknown(Filter filter) {
        draft.leaveOut(ForeignCode.UNKNOWN_COMPARISON, field, filter.comparison());
    }
}
