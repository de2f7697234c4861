package io.shisei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryCommandTests {

    private static final String OPEN = """
            IpPermissions: [{IpProtocol: tcp, FromPort: 22, ToPort: 22, IpRanges: [{CidrIp: 0.0.0.0/0}]}]
            """;

    @TempDir
    Path folder;

    private int code;

    @Test
    void printsTheVerdictItsReasonAndWhatWasRead() throws IOException {
        assertThat(run(OPEN, "EC2.18"))
                .contains(
                        "EC2.18 on AWS::EC2::SecurityGroup: FAILED\n  Open to everyone: protocol tcp, ports 22\n",
                        "すべてのアドレスに公開",
                        "\"CidrIp\" : \"0.0.0.0/0\"",
                        "needs: ec2:DescribeSecurityGroups, ec2:");
        assertThat(code).isZero();
    }

    @Test
    void judgesByParametersAndGapsThatStandBesideTheFields() throws IOException {
        assertThat(run(OPEN + "$parameters: {authorizedTcpPorts: [22]}\n", "EC2.18"))
                .contains("EC2.18 on", ": PASSED\n");
        assertThat(run("{\"$gap\": {\"IpPermissions\": \"ec2:DescribeSecurityGroups AccessDenied\"}}", "EC2.18"))
                .contains(": WARNING\n  ec2:DescribeSecurityGroups AccessDenied\n");
        assertThat(run("IpPermissions: []", "EC2.18")).contains(": NOT_APPLICABLE\n");
    }

    @Test
    void saysWhatIsWrongWithEitherFile() throws IOException {
        assertThat(run("IpPermision: []", "EC2.18")).contains("document:1:1: there is no field 'IpPermision'");
        assertThat(code).isOne();
        assertThat(run(OPEN)).contains("control:1:1: name one of its controls");
        assertThat(run(List.of("nowhere.yaml", "-"), "")).contains("this cannot be read: nowhere.yaml");
        assertThat(run(List.of(), "")).startsWith("usage:");
        assertThat(code).isEqualTo(2);
    }

    private String run(String document, String... more) throws IOException {
        var file = folder.resolve("ec2.yaml");
        try (var shipped = TryCommandTests.class.getResourceAsStream("/controls/ec2.yaml")) {
            Files.write(file, shipped.readAllBytes());
        }
        var args = new ArrayList<>(List.of(file.toString(), "-"));
        args.addAll(Arrays.asList(more));
        return run(args, document);
    }

    private String run(List<String> args, String document) {
        var out = new ByteArrayOutputStream();
        code = TryCommand.run(
                args,
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
