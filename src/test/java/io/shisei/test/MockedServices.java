package io.shisei.test;

import io.shisei.account.AccessPolicy;
import io.shisei.account.Accounts;
import io.shisei.account.Registration;
import io.shisei.account.organization.Organizations;
import io.shisei.account.trial.AccessTrial;
import io.shisei.comparison.Comparisons;
import io.shisei.comparison.HubFindings;
import io.shisei.comparison.fetch.HubFetches;
import io.shisei.control.Controls;
import io.shisei.control.remediation.Remedies;
import io.shisei.control.trial.Trials;
import io.shisei.coverage.Coverages;
import io.shisei.deadline.Deadlines;
import io.shisei.export.Exports;
import io.shisei.finding.Findings;
import io.shisei.finding.history.Movements;
import io.shisei.finding.history.ScanMoves;
import io.shisei.finding.list.FindingLists;
import io.shisei.finding.resource.ResourceVerdicts;
import io.shisei.finding.sum.RepairSums;
import io.shisei.finding.workflow.Workflow;
import io.shisei.inventory.StoredResources;
import io.shisei.inventory.past.ResourceVersions;
import io.shisei.reach.Reachability;
import io.shisei.sample.SampleAccount;
import io.shisei.scan.Follower;
import io.shisei.scan.ScanFollower;
import io.shisei.scan.ScanProgress;
import io.shisei.scan.Scanner;
import io.shisei.scan.Scans;
import io.shisei.scan.recheck.Rechecks;
import io.shisei.scan.reevaluation.Reevaluations;
import io.shisei.scan.reevaluation.SettingPreviews;
import io.shisei.schedule.Schedules;
import io.shisei.score.DayZone;
import io.shisei.score.Scores;
import io.shisei.score.circle.CircleTrends;
import io.shisei.score.priority.Priorities;
import io.shisei.score.rank.AccountRanks;
import io.shisei.search.Search;
import io.shisei.suppression.SuppressionImports;
import io.shisei.suppression.SuppressionPreviews;
import io.shisei.suppression.Suppressions;
import io.shisei.view.SavedViews;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A test of the API over mocks of all that it calls, users and tokens aside. */
@Target(ElementType.TYPE)
@Import({Follower.class, Remedies.class, ScanFollower.class})
@Retention(RetentionPolicy.RUNTIME)
@MockitoBean(
        types = {
            AccessPolicy.class,
            AccountRanks.class,
            Accounts.class,
            AccessTrial.class,
            Comparisons.class,
            Controls.class,
            Coverages.class,
            DayZone.class,
            Deadlines.class,
            Exports.class,
            FindingLists.class,
            Findings.class,
            Movements.class,
            HubFetches.class,
            HubFindings.class,
            Organizations.class,
            Reachability.class,
            Rechecks.class,
            RepairSums.class,
            Reevaluations.class,
            SettingPreviews.class,
            Registration.class,
            io.shisei.database.Retention.class,
            SampleAccount.class,
            ResourceVerdicts.class,
            ResourceVersions.class,
            ScanMoves.class,
            ScanProgress.class,
            SavedViews.class,
            Scanner.class,
            Scans.class,
            Schedules.class,
            Scores.class,
            Search.class,
            Priorities.class,
            StoredResources.class,
            SuppressionImports.class,
            SuppressionPreviews.class,
            Suppressions.class,
            CircleTrends.class,
            Trials.class,
            Workflow.class
        })
public @interface MockedServices {}
