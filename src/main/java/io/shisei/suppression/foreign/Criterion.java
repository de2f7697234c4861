package io.shisei.suppression.foreign;

import io.shisei.control.ControlId;
import io.shisei.finding.rule.TagMatch.Tag;
import io.shisei.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
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

    /** What all of our findings are. */
    private static final Set<String> ALWAYS = Set.of(
            "ProductName=Security Hub",
            "ProductName=Security Hub CSPM",
            "CompanyName=AWS",
            "RecordState=ACTIVE",
            "WorkflowStatus=NEW",
            "WorkflowStatus=NOTIFIED");

    private static final String PRODUCT = "product/aws/securityhub";

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
    }

    void read(List<Piece> filters) {
        var read = filters.stream().map(Criterion::filter).toList();
        switch (field) {
            case "AwsAccountId" -> read.forEach(filter -> equal(filter, draft.accounts, draft.exceptAccounts));
            case "ResourceRegion" -> read.forEach(filter -> equal(filter, draft.regions, draft.exceptRegions));
            case "ResourceId" -> read.forEach(this::resource);
            case "ResourceTags" -> tags(read);
            case "ComplianceSecurityControlId", "GeneratorId" -> controls(read);
            case "ComplianceStatus" -> draft.remark(ForeignCode.WHATEVER_IT_SAYS);
            default -> always(read);
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
        switch (filter.comparison()) {
            case "EQUALS" -> are.add(filter.value());
            case "NOT_EQUALS" -> areNot.add(filter.value());
            default -> unknown(filter);
        }
    }

    private void resource(Filter filter) {
        var pattern = filter.pattern();
        if (pattern == null) {
            unknown(filter);
        } else {
            (filter.negates() ? draft.exceptPatterns : draft.patterns).add(pattern);
        }
    }

    private void tags(List<Filter> filters) {
        var have = new ArrayList<Tag>();
        for (var filter : filters) {
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

    private void always(List<Filter> filters) {
        var all = filters.stream()
                .filter(filter -> !filter.negates())
                .anyMatch(filter -> ALWAYS.contains(field + "=" + filter.value())
                        || field.equals("ProductArn") && filter.value().endsWith(PRODUCT));
        if (!all || filters.stream().anyMatch(Filter::negates)) {
            draft.leaveOut(ForeignCode.UNKNOWN_CRITERION, field);
        }
    }

    private void unknown(Filter filter) {
        draft.leaveOut(ForeignCode.UNKNOWN_COMPARISON, field, filter.comparison());
    }
}
