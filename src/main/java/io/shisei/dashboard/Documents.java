package io.shisei.dashboard;

import io.shisei.control.Example;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes values and documents so that people can read them. */
@Component
public class Documents {
    private static final DefaultPrettyPrinter TIDY = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);

    private final ObjectMapper pretty = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(TIDY)
            .build();
    private final ObjectMapper compact = JsonMapper.builder().build();
    private final ObjectMapper yaml = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .build();

    public String json(@Nullable Object value) {
        return pretty.writeValueAsString(value);
    }

    public String compact(@Nullable Object value) {
        return compact.writeValueAsString(value);
    }

    /** An example as the catalogue writes it, with its gaps and parameters. */
    public String yaml(Example example) {
        var document = example.document();
        var all = new LinkedHashMap<String, Object>(document.fields());
        if (!document.gaps().isEmpty()) {
            Map<String, String> gaps = new LinkedHashMap<>();
            document.gaps().forEach((field, gap) -> gaps.put(field, gap.summary()));
            all.put("$gap", gaps);
        }
        if (!example.parameters().isEmpty()) {
            all.put("$parameters", example.parameters());
        }
        return yaml.writeValueAsString(all).strip();
    }
}
