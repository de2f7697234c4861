package io.shisei.dashboard;

import io.shisei.account.AccessPolicy;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The files that an administrator of an AWS account needs to let us in. */
@Controller
class AccessFilesController {
    private final AccessPolicy policy;

    AccessFilesController(AccessPolicy policy) {
        this.policy = policy;
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
