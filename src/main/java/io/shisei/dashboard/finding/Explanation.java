package io.shisei.dashboard.finding;

import io.shisei.control.Control;
import io.shisei.control.Controls;
import io.shisei.control.Evidence;
import io.shisei.control.remediation.Remedies;
import io.shisei.control.remediation.Remedy;
import io.shisei.dashboard.Documents;
import io.shisei.finding.Finding;
import io.shisei.inventory.StoredResources;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells of a finding why it is so and what to do; nothing where its control is not there any more. */
@Component
class Explanation {
    private final Controls controls;
    private final StoredResources resources;
    private final Remedies remedies;
    private final Documents documents;

    Explanation(Controls controls, StoredResources resources, Remedies remedies, Documents documents) {
        this.controls = controls;
        this.resources = resources;
        this.remedies = remedies;
        this.documents = documents;
    }

    void fill(Model model, Finding finding, Locale locale) {
        var control = controls.find(finding.controlId()).orElse(null);
        var evidence = control == null ? Evidence.NONE : evidence(control, finding);
        var wrong = Wrong.of(finding, evidence);
        model.addAttribute("tree", EvidenceTree.of(evidence, wrong));
        model.addAttribute(
                "violations",
                wrong.besides(evidence).stream().map(documents::json).toList());
        model.addAttribute("unread", evidence.unread());
        model.addAttribute(
                "controlTitle", control == null ? "" : control.title().in(locale));
        model.addAttribute("remedy", control == null ? Remedy.NONE : remedies.of(control, finding.failing(), locale));
    }

    private Evidence evidence(Control control, Finding finding) {
        return resources
                .find(finding.resource().key())
                .map(it -> controls.explain(control, it.type(), it.document(), finding.occasion()))
                .orElse(Evidence.NONE);
    }
}
