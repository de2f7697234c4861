package io.shisei.api.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.shisei.account.AccessPolicy;
import io.shisei.api.Paging;
import io.shisei.api.problem.BadCall;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.paging.Page;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    private final Controls controls;

    AccessPolicyController(AccessPolicy policy, Controls controls) {
        this.policy = policy;
        this.controls = controls;
    }

    /**
     * A policy that a managed one holds.
     *
     * @param characters as IAM counts them
     * @param actions by IAM action, the controls that need it; none where the service itself does
     * @param optional whether most accounts can do without
     */
    @Schema(name = "IamPolicyPart")
    record Item(String name, int characters, Map<String, List<String>> actions, boolean optional) {}

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

    /** The answer is a text that is written already; this is what it holds. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Document.class)))
    private @interface AnswersPolicy {}

    @GetMapping("/iam-policy")
    @Needs(Permission.READ)
    @Operation(
            summary =
                    "Show all that reading an account takes in one IAM policy, as JSON; a managed policy may not hold it")
    @AnswersPolicy
    ResponseEntity<String> policy(@RequestParam(name = "partition", defaultValue = "aws") String partition) {
        return json(policy.json(known(partition)));
    }

    @GetMapping("/iam-policies")
    @Needs(Permission.READ)
    @Operation(summary = "List the managed policies that hold it, and the controls that need each action")
    Page<Item> parts(@ParameterObject Paging paging) {
        var needing = controls.needing();
        return paging.slice(policy.parts("aws"), part -> List.of(part.name())).map(part -> item(part, needing));
    }

    @GetMapping("/iam-policies/{name}")
    @Needs(Permission.READ)
    @Operation(summary = "Show one of them, as JSON")
    @AnswersPolicy
    ResponseEntity<String> part(
            @PathVariable String name, @RequestParam(name = "partition", defaultValue = "aws") String partition) {
        return policy.parts(known(partition)).stream()
                .filter(part -> part.name().equals(name))
                .map(part -> json(part.json()))
                .findFirst()
                .orElseThrow(() -> BadCall.unknown("policy", name));
    }

    private static Item item(AccessPolicy.Part part, Map<String, SortedSet<ControlId>> needing) {
        var actions = new TreeMap<String, List<String>>();
        part.actions()
                .forEach(action -> actions.put(
                        action,
                        needing.getOrDefault(action, new TreeSet<>()).stream()
                                .map(ControlId::value)
                                .toList()));
        return new Item(part.name(), part.characters(), actions, part.optional());
    }

    private static String known(String partition) {
        if (!PARTITIONS.contains(partition)) {
            throw BadCall.malformed(
                    "partition", "'" + partition + "' is not one of " + String.join(", ", new TreeSet<>(PARTITIONS)));
        }
        return partition;
    }

    private static ResponseEntity<String> json(String document) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
    }

    @GetMapping("/iam-role-template")
    @Needs(Permission.READ)
    @Operation(summary = "Show a CloudFormation template, in YAML, of a role with these policies")
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
