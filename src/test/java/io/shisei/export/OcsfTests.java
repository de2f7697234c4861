package io.shisei.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OcsfTests {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(OcsfTests.class.getResourceAsStream("ocsf-compliance-finding.schema.json"), InputFormat.JSON);

    @Test
    void isAsTheSchemaWantsIt() {
        for (var language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            var lines = Exported.as(new ExportFile(Format.OCSF, false, language), SomeFinding.all());
            assertThat(lines.lines())
                    .hasSameSizeAs(SomeFinding.all())
                    .allSatisfy(line -> assertThat(SCHEMA.validate(line, InputFormat.JSON))
                            .as(line)
                            .isEmpty());
        }
    }

    @Test
    void isRefusedByTheSchemaWhenItIsNot() {
        var line = written(ComplianceStatus.FAILED, WorkflowStatus.NEW, RecordState.ACTIVE)
                .toString()
                .replace("\"class_uid\":2003", "\"class_uid\":2004");
        assertThat(SCHEMA.validate(line, InputFormat.JSON)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, NEW, ACTIVE, 2, 4, 1, 3",
        "FAILED, NOTIFIED, ACTIVE, 2, 4, 2, 3",
        "FAILED, SUPPRESSED, ACTIVE, 3, 4, 3, 3",
        "PASSED, RESOLVED, ACTIVE, 3, 1, 4, 1",
        "WARNING, NEW, ACTIVE, 2, 4, 1, 2",
        "NOT_AVAILABLE, NEW, ACTIVE, 2, 4, 1, 0",
        "FAILED, NEW, ARCHIVED, 3, 4, 5, 3"
    })
    void hasTheNumbersOfItsStatuses(
            ComplianceStatus compliance,
            WorkflowStatus workflow,
            RecordState record,
            int activity,
            int severity,
            int status,
            int result) {
        var written = written(compliance, workflow, record);
        assertThat(written.at("/activity_id").asInt()).isEqualTo(activity);
        assertThat(written.at("/type_uid").asInt()).isEqualTo(200_300 + activity);
        assertThat(written.at("/severity_id").asInt()).isEqualTo(severity);
        assertThat(written.at("/status_id").asInt()).isEqualTo(status);
        assertThat(written.at("/compliance/status_id").asInt()).isEqualTo(result);
        assertThat(written.at("/vendor_attributes/severity").asString()).isEqualTo("High");
    }

    @Test
    void tellsOfTheResourceAndOfTheTimes() {
        var written = written(ComplianceStatus.FAILED, WorkflowStatus.NEW, RecordState.ACTIVE);
        assertThat(written.at("/time").asLong()).isEqualTo(SomeFinding.FIRST.toEpochMilli());
        assertThat(written.at("/finding_info/modified_time").asLong()).isEqualTo(SomeFinding.EVALUATED.toEpochMilli());
        assertThat(written.at("/compliance/control").asString()).isEqualTo("S3.8");
        assertThat(written.at("/compliance/standards/0").asString())
                .isEqualTo("AWS Foundational Security Best Practices");
        assertThat(written.at("/resources/0/uid").asString()).isEqualTo("arn:aws:s3:::data");
        assertThat(written.at("/resources/0/type").asString()).isEqualTo("AWS::S3::Bucket");
        assertThat(written.at("/cloud/account/name").asString()).isEqualTo("production");
        assertThat(written.at("/cloud/region").asString()).isEqualTo("eu-west-1");
    }

    private static JsonNode written(ComplianceStatus compliance, WorkflowStatus workflow, RecordState record) {
        return JsonMapper.shared().readTree(Exported.as(Format.OCSF, SomeFinding.with(compliance, workflow, record)));
    }
}
