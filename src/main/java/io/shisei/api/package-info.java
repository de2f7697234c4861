/** The REST API, version 1: one controller for each noun. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "account::organization",
            "account::trial",
            "comparison",
            "comparison::fetch",
            "control",
            "control::parameter",
            "control::remediation",
            "control::setting",
            "control::trial",
            "coverage",
            "database",
            "deadline",
            "entry",
            "export",
            "finding",
            "finding::history",
            "finding::list",
            "finding::resource",
            "finding::rule",
            "finding::sum",
            "finding::workflow",
            "inventory",
            "inventory :: past",
            "inventory::search",
            "paging",
            "reach",
            "refusal",
            "sample",
            "scan",
            "scan::recheck",
            "scan::reevaluation",
            "schedule",
            "schedule::timetable",
            "score",
            "score::circle",
            "score::priority",
            "score::rank",
            "score::step",
            "search",
            "security",
            "security::user",
            "suppression",
            "suppression::foreign",
            "view"
        })
@NullMarked
package io.shisei.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
