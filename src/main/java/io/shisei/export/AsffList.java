package io.shisei.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shisei.finding.Finding;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** {@code {"Findings": […]}}, each on a line of its own: what Security Hub's API answers, and takes a hundred at a time. */
final class AsffList implements Layout {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private final Writer out;
    private final Context context;
    private String separator = "\n";

    AsffList(Writer out, Context context) {
        this.out = out;
        this.context = context;
    }

    @Override
    public void begin() throws IOException {
        out.write("{\"Findings\": [");
    }

    @Override
    public void add(Finding finding) throws IOException {
        out.write(separator);
        out.write(JSON.writeValueAsString(AsffFinding.of(finding, context)));
        separator = ",\n";
    }

    @Override
    public void end() throws IOException {
        out.write("\n]}\n");
    }
}
