package io.shisei.export;

import io.shisei.finding.Finding;
import io.shisei.inventory.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table, as RFC 4180 writes it; names and values of the columns are the API's. */
final class Csv implements Layout {

    private static final char BOM = '\uFEFF';

    private final Writer out;
    private final boolean bom;
    private final Map<String, Function<Finding, @Nullable Object>> columns;

    Csv(Writer out, Context context, boolean bom) {
        this.out = out;
        this.bom = bom;
        this.columns = columns(context);
    }

    private static Map<String, Function<Finding, @Nullable Object>> columns(Context context) {
        var columns = new LinkedHashMap<String, Function<Finding, @Nullable Object>>();
        columns.put("id", Finding::id);
        columns.put("controlId", Finding::controlId);
        columns.put("title", context::title);
        columns.put("severity", Finding::severity);
        columns.put("complianceStatus", Finding::complianceStatus);
        columns.put("reason", context::reason);
        columns.put("workflowStatus", Finding::workflowStatus);
        columns.put("suppressionId", Finding::suppressionId);
        columns.put("recordState", Finding::recordState);
        columns.put("archiveReason", Finding::archiveReason);
        columns.put("accountId", Finding::accountId);
        columns.put("accountName", context::accountName);
        columns.put("region", Finding::region);
        columns.put("resourceId", finding -> finding.resource().arn());
        columns.put("resourceType", finding -> finding.resource().type());
        columns.put("resourceName", finding -> finding.resource().name());
        columns.put(
                "tags", finding -> Json.write(new TreeMap<>(finding.resource().tags())));
        columns.put("firstObservedAt", Finding::firstObservedAt);
        columns.put("statusChangedAt", Finding::statusChangedAt);
        columns.put("lastEvaluatedAt", Finding::lastEvaluatedAt);
        columns.put("failingSince", Finding::failingSince);
        columns.put("dueAt", Finding::dueAt);
        columns.put("assignee", Finding::assignee);
        return columns;
    }

    @Override
    public void begin() throws IOException {
        if (bom) {
            out.write(BOM);
        }
        out.write(String.join(",", columns.keySet()));
        out.write("\r\n");
    }

    @Override
    public void add(Finding finding) throws IOException {
        var separator = "";
        for (var column : columns.values()) {
            out.write(separator);
            out.write(Cell.of(column.apply(finding)));
            separator = ",";
        }
        out.write("\r\n");
    }
}
