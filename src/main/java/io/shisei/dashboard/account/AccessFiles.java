package io.shisei.dashboard.account;

import io.shisei.account.AccessPolicy;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.dashboard.GetPage;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files that an administrator of an AWS account needs to let us in. */
@Controller
class AccessFiles {
    private final AccessPolicy policy;

    private final Controls controls;

    AccessFiles(AccessPolicy policy, Controls controls) {
        this.policy = policy;
        this.controls = controls;
    }

    /** An action that a policy allows, and what for; no control where the service itself needs it. */
    record Allowed(String action, Set<ControlId> controls) {}

    record Part(String name, int characters, List<Allowed> actions, boolean optional) {}

    @GetPage("/accounts/policies")
    String policies(Model model) {
        var needing = controls.needing();
        model.addAttribute(
                "policies",
                policy.parts("aws").stream().map(part -> part(part, needing)).toList());
        return "accounts/policies";
    }

    private static Part part(AccessPolicy.Part part, Map<String, SortedSet<ControlId>> needing) {
        var actions = part.actions().stream()
                .map(action -> new Allowed(action, needing.getOrDefault(action, new TreeSet<>())))
                .toList();
        return new Part(part.name(), part.characters(), actions, part.optional());
    }

    @GetMapping("/accounts/policies/{name}.json")
    @Needs(Permission.READ)
    ResponseEntity<String> policy(@PathVariable String name) {
        var part = policy.parts("aws").stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return file(name + ".json", MediaType.APPLICATION_JSON, part.json());
    }

    @GetMapping("/accounts/iam-policy.json")
    @Needs(Permission.READ)
    ResponseEntity<String> policy() {
        return file("shisei-iam-policy.json", MediaType.APPLICATION_JSON, policy.json("aws"));
    }

    @GetMapping("/accounts/role-template.yaml")
    @Needs(Permission.READ)
    ResponseEntity<String> template() {
        return file("shisei-role.yaml", MediaType.APPLICATION_YAML, policy.cloudFormation());
    }

    private static ResponseEntity<String> file(String name, MediaType type, String content) {
        var disposition = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }
}
