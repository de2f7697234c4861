package io.shisei.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.shisei.account.AccessPolicy;
import io.shisei.api.problem.BadCall;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an AWS account has to allow us. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Accounts")
class AccessPolicyController {

    private static final Set<String> PARTITIONS = Set.of("aws", "aws-cn", "aws-us-gov");

    private final AccessPolicy policy;

    AccessPolicyController(AccessPolicy policy) {
        this.policy = policy;
    }

    /** An IAM policy, as AWS spells it. */
    @Schema(name = "IamPolicy")
    record Document(
            @JsonProperty("Version") String version,
            @JsonProperty("Statement") List<Statement> statements) {}

    @Schema(name = "IamStatement")
    record Statement(
            @JsonProperty("Sid") @Nullable String sid,
            @JsonProperty("Effect") String effect,
            @JsonProperty("Action") List<String> actions,
            @JsonProperty("Resource") List<String> resources) {}

    @GetMapping("/iam-policy")
    @Needs(Permission.READ)
    @Operation(summary = "Show the IAM policy that reading an account takes, as JSON")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Document.class)))
    ResponseEntity<String> policy(@RequestParam(name = "partition", defaultValue = "aws") String partition) {
        if (!PARTITIONS.contains(partition)) {
            throw BadCall.malformed(
                    "partition", "'" + partition + "' is not one of " + String.join(", ", new TreeSet<>(PARTITIONS)));
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(policy.json(partition));
    }

    @GetMapping("/iam-role-template")
    @Needs(Permission.READ)
    @Operation(summary = "Show a CloudFormation template, in YAML, of a role with that policy")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_YAML_VALUE,
                            schema = @Schema(implementation = String.class)))
    ResponseEntity<String> template() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_YAML).body(policy.cloudFormation());
    }
}
