package io.shisei.dashboard;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.account.Access;
import io.shisei.account.AccessPolicy;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Identity;
import io.shisei.account.Ou;
import io.shisei.account.Registration;
import io.shisei.account.organization.MemberRole;
import io.shisei.account.organization.Organization;
import io.shisei.account.organization.OrganizationSettings;
import io.shisei.account.organization.Organizations;
import io.shisei.account.organization.SyncCounts;
import io.shisei.comparison.Agreement;
import io.shisei.comparison.Compared;
import io.shisei.comparison.Comparisons;
import io.shisei.comparison.ControlComparison;
import io.shisei.comparison.HubFindings;
import io.shisei.comparison.HubImport;
import io.shisei.comparison.LeftOut;
import io.shisei.control.*;
import io.shisei.control.Text;
import io.shisei.control.parameter.Parameter;
import io.shisei.control.setting.Level;
import io.shisei.control.setting.Said;
import io.shisei.control.setting.SettingChange;
import io.shisei.control.setting.Settings;
import io.shisei.control.setting.Values;
import io.shisei.coverage.Coverage;
import io.shisei.coverage.Coverages;
import io.shisei.coverage.Evaluations;
import io.shisei.coverage.Unread;
import io.shisei.database.HistoryKind;
import io.shisei.database.KeptHistory;
import io.shisei.database.Retention;
import io.shisei.deadline.Deadline;
import io.shisei.deadline.Deadlines;
import io.shisei.export.Exports;
import io.shisei.finding.*;
import io.shisei.finding.Counts;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.Movements;
import io.shisei.finding.history.Reason;
import io.shisei.finding.history.Transition;
import io.shisei.finding.list.FindingLists;
import io.shisei.finding.list.Tally;
import io.shisei.finding.resource.ResourceVerdict;
import io.shisei.finding.resource.ResourceVerdicts;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.RuleEffect;
import io.shisei.finding.rule.TagMatch;
import io.shisei.finding.sum.Backlog;
import io.shisei.finding.sum.FailingPast;
import io.shisei.finding.sum.FindingSums;
import io.shisei.finding.sum.RepairSum;
import io.shisei.finding.sum.RepairSums;
import io.shisei.finding.workflow.ChangePreview;
import io.shisei.finding.workflow.Outcome;
import io.shisei.finding.workflow.Outcomes;
import io.shisei.finding.workflow.Workflow;
import io.shisei.inventory.*;
import io.shisei.inventory.past.PastDocument;
import io.shisei.inventory.past.ResourceVersion;
import io.shisei.inventory.past.ResourceVersions;
import io.shisei.inventory.search.FoundResource;
import io.shisei.paging.Page;
import io.shisei.reach.Fact;
import io.shisei.reach.Reach;
import io.shisei.reach.Reachability;
import io.shisei.refusal.Refusal;
import io.shisei.refusal.Told;
import io.shisei.sample.SampleAccount;
import io.shisei.scan.*;
import io.shisei.scan.recheck.Recheck;
import io.shisei.scan.recheck.Rechecks;
import io.shisei.scan.reevaluation.Reevaluation;
import io.shisei.scan.reevaluation.Reevaluations;
import io.shisei.scan.reevaluation.SettingPreview;
import io.shisei.scan.reevaluation.SettingPreviews;
import io.shisei.schedule.*;
import io.shisei.schedule.timetable.Blackout;
import io.shisei.schedule.timetable.Cron;
import io.shisei.schedule.timetable.Timetable;
import io.shisei.score.*;
import io.shisei.score.circle.CircleTrends;
import io.shisei.score.circle.ScoreSince;
import io.shisei.score.circle.StandardHistory;
import io.shisei.score.priority.Priorities;
import io.shisei.score.priority.Priority;
import io.shisei.score.rank.AccountRank;
import io.shisei.score.rank.AccountRanks;
import io.shisei.score.step.Step;
import io.shisei.score.step.Steps;
import io.shisei.search.Hits;
import io.shisei.search.Search;
import io.shisei.security.OwnPassword;
import io.shisei.security.Role;
import io.shisei.security.Tokens;
import io.shisei.security.user.Person;
import io.shisei.security.user.UserCode;
import io.shisei.security.user.Users;
import io.shisei.suppression.*;
import io.shisei.suppression.foreign.ForeignCode;
import io.shisei.test.Types;
import io.shisei.view.SavedView;
import io.shisei.view.SavedViews;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;

/** Services that answer made-up data: two accounts, five controls, ninety days. */
class MadeUp {
    static final Instant NOW = Instant.parse("2026-09-30T03:00:00Z");
    static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    /** A resource whose tags could not be read. */
    static final UUID UNTAGGED = UUID.fromString("00000000-0000-0000-0000-000000000007");

    private static final Text LONG = new Text(
            "AWS does not say what the rule makes of it. ".repeat(6).strip(), "この場合の扱いについて AWS の記載はありません。".repeat(6));
    private static final String LONG_LINE =
            "aws s3api put-public-access-block --bucket BUCKET --public-access-block-configuration "
                    + "BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true";
    static final Document BUCKET = new Document(
            new TreeMap<>(Map.of(
                    "Name", "customer-data", "PublicAccessBlockConfiguration", Map.of("BlockPublicAcls", false))),
            Map.of("Versioning", new Gap("s3:GetBucketVersioning", "AccessDenied", "not authorized to perform")));

    @Bean
    Accounts accounts() {
        var accounts = mock(Accounts.class);
        var production = new Account(
                new Identity("123456789012", "aws"),
                "Production",
                new Access("arn:aws:iam::123456789012:role/shisei", "f3a9"),
                List.of("ap-northeast-1", "us-east-1"),
                NOW);
        var sample = Account.recorded("111122223333", "Sample", List.of("us-east-1"), NOW);
        var retired = retired();
        when(accounts.findAllByOrderByNameAscIdAsc()).thenReturn(List.of(production, retired, sample));
        when(accounts.briefly())
                .thenAnswer(call -> accounts.findAllByOrderByNameAscIdAsc().stream()
                        .map(MadeUp::brief)
                        .toList());
        when(accounts.circle(any())).thenAnswer(call -> Circle.of(call.<Ou>getArgument(0), List.of("123456789012")));
        when(accounts.ous()).thenReturn(new TreeMap<>(Map.of(Ou.ROOT, 12, new Ou("/Workloads/Prod, web"), 3)));
        when(accounts.findById("123456789012")).thenReturn(Optional.of(production));
        when(accounts.findById("111122223333")).thenReturn(Optional.of(sample));
        return accounts;
    }

    private static Accounts.Brief brief(Account account) {
        return new Accounts.Brief(
                account.id(),
                account.name(),
                account.retiredAt().isPresent(),
                account.regions().orElse(List.of()));
    }

    /** Two of the three accounts have not been read yet; that matters where one of them is looked at alone. */
    private static boolean unread(@Nullable Circle circle) {
        return circle != null && circle.account() != null && !circle.account().equals("123456789012");
    }

    private static Account retired() {
        return new Account(
                "210987654321",
                "Old shop",
                "aws",
                new Access("arn:aws:iam::210987654321:role/shisei", null),
                Optional.empty(),
                false,
                true,
                Optional.of(new Ou("/Workloads/Prod")),
                Optional.empty(),
                Optional.of(NOW),
                NOW);
    }

    @Bean
    Organizations organizations() {
        var organization = new Organization(
                new OrganizationSettings(
                        Access.DEFAULT,
                        new MemberRole("arn:{partition}:iam::{accountId}:role/shisei", "f3a9"),
                        List.of(new Ou("/Workloads")),
                        null,
                        null),
                Optional.of(NOW),
                Optional.empty(),
                Optional.of(new SyncCounts(12, 2, 1, 1, 3)));
        var organizations = mock(Organizations.class);
        when(organizations.find()).thenReturn(Optional.of(organization));
        when(organizations.sync()).thenReturn(new SyncCounts(12, 0, 0, 0, 3));
        return organizations;
    }

    @Bean
    AccessPolicy policy() {
        var policy = mock(AccessPolicy.class);
        when(policy.json("aws")).thenReturn("{}");
        when(policy.allowing(any(), any())).thenReturn(Optional.of("{\n  \"Version\": \"2012-10-17\"\n}\n"));
        when(policy.parts("aws"))
                .thenReturn(List.of(new AccessPolicy.Part(
                        "shisei-reads-1",
                        4_096,
                        new TreeSet<>(Set.of("ec2:DescribeRegions", "ec2:DescribeSecurityGroups", "tag:GetResources")),
                        "{}",
                        true)));
        return policy;
    }

    @Bean
    Users users() {
        var users = mock(Users.class);
        var people = List.of(
                new Person("admin", Role.ADMINISTRATOR, true, NOW.minus(Duration.ofDays(90))),
                new Person("kim@example.com", Role.OPERATOR, false, NOW),
                new Person("auditors.of.the.headquarters-in-a-building.far.away@example.com", Role.READER, true, NOW));
        when(users.list()).thenReturn(people);
        when(users.get(any())).thenThrow(new Refusal.Unknown(UserCode.UNKNOWN_USER, "nobody"));
        people.forEach(it -> doReturn(it).when(users).get(it.username()));
        return users;
    }

    @Bean
    OwnPassword ownPassword() {
        return mock(OwnPassword.class);
    }

    @Bean
    Tokens tokens() {
        var tokens = mock(Tokens.class);
        when(tokens.of(any())).thenReturn(List.of(new Tokens.Token(ID, "nightly report", "admin", NOW)));
        return tokens;
    }

    @Bean
    Registration registration() {
        return mock(Registration.class);
    }

    @Bean
    SampleAccount sample() {
        var sample = mock(SampleAccount.class);
        when(sample.progress()).thenReturn(new SampleAccount.Progress(true, 90, 90));
        return sample;
    }

    @Bean
    Controls controls() {
        var controls = mock(Controls.class);
        var all = List.of(
                control(
                        "EC2.18",
                        Severity.HIGH,
                        "Security groups allow open ingress only for authorized ports",
                        "セキュリティグループは、許可したポート以外への無制限の受信トラフィックを許可しないこと"),
                control(
                        "EC2.19",
                        Severity.CRITICAL,
                        "Security groups do not allow open access to risky ports",
                        "セキュリティグループは、リスクの高いポートへの無制限アクセスを許可しないこと"),
                control(
                        "ECS.1",
                        Severity.HIGH,
                        "Task definitions have secure networking modes",
                        "タスク定義では、安全なネットワークモードを使用すること"),
                control("RDS.24", Severity.MEDIUM, "Clusters use a custom administrator name", "クラスターはカスタム管理者名を使用すること"),
                control("S3.8", Severity.LOW, "Buckets block public access", "S3 バケットはパブリックアクセスをブロックすること"));
        when(controls.all()).thenReturn(all);
        all.forEach(it -> {
            when(controls.find(it.id())).thenReturn(Optional.of(it));
            when(controls.settingsOf(it.id())).thenReturn(new Settings(said(it.id()), mock(Accounts.class)));
            var changes = said(it.id()).stream()
                    .map(said -> new SettingChange(
                            ID, it.id(), said.level(), NOW, "alice", "the plant's gateway", Values.NONE, said.values()))
                    .toList();
            when(controls.settingHistory(eq(it.id()), any()))
                    .thenReturn(new Page<>(changes, null, Page.Total.exact(3)));
        });
        when(controls.saidOf(any()))
                .thenReturn(List.of(new Said(
                        new ControlId("EC2.18"), Level.of(null, "123456789012"), new Values(false, Map.of()))));
        when(controls.conditions(any())).thenReturn(List.of(condition()));
        when(controls.standards()).thenReturn(List.of(standard()));
        when(controls.standard("fsbp")).thenReturn(Optional.of(standard()));
        when(controls.standings(any())).thenReturn(standings());
        when(controls.explain(any(), any(), any(), any()))
                .thenReturn(new Evidence(
                        Map.of("PublicAccessBlockConfiguration.BlockPublicAcls", false),
                        List.of(Map.of("FromPort", 22, "CidrIp", "0.0.0.0/0")),
                        new TreeSet<>(List.of("ec2:GetManagedPrefixListEntries UnauthorizedOperation"))));
        when(controls.needing())
                .thenReturn(new TreeMap<>(
                        Map.of("ec2:DescribeSecurityGroups", new TreeSet<>(Set.of(new ControlId("EC2.18"))))));
        return controls;
    }

    private static ConditionText condition() {
        return new ConditionText(
                "AWS::EC2::SecurityGroup",
                Map.of("open", "resource.IpPermissions.filter(p, p.IpRanges.exists(r, r.CidrIp == '0.0.0.0/0'))"),
                "open.size() > 0",
                "open.filter(p, !(p.FromPort in params.authorizedTcpPorts))",
                true,
                new TreeMap<>(Map.of("IpPermissions", new TreeSet<>(Set.of("ec2:DescribeSecurityGroups")))));
    }

    private static List<Said> said(ControlId control) {
        var ports = Map.<String, Object>of("authorizedTcpPorts", List.of(80, "8000-8100"));
        return List.of(
                new Said(control, Level.of(null, "123456789012"), new Values(false, Map.of())),
                new Said(control, Level.of("/Workloads/Plants", null), new Values(null, ports)),
                new Said(control, Level.EVERYWHERE, new Values(null, Map.of("authorizedTcpPorts", List.of(443)))));
    }

    private static Standard standard() {
        return new Standard(
                "fsbp",
                new Text("FSBP", "FSBP"),
                new TreeSet<>(Set.of(new ControlId("EC2.18"), new ControlId("EC2.19"))),
                Map.of(new ControlId("ECS.1"), LocalDate.parse("2026-03-04")),
                standings().stream().filter(standing -> !standing.judged()).toList());
    }

    private static List<Standing> standings() {
        return List.of(
                standing("ACM.1", Severity.MEDIUM, false, null, null),
                standing("AutoScaling.4", Severity.HIGH, false, LocalDate.parse("2024-04-10"), null),
                standing("Autoscaling.5", Severity.HIGH, false, null, null),
                standing("EC2.18", Severity.HIGH, true, null, new Difference(LONG, URI.create("https://aws.example/"))),
                standing("EC2.19", Severity.CRITICAL, true, null, new Difference(LONG, null)),
                standing("ECS.1", Severity.HIGH, true, LocalDate.parse("2026-03-04"), null));
    }

    private static Standing standing(
            String id, Severity severity, boolean judged, LocalDate retired, Difference differs) {
        return new Standing(
                new ControlId(id), new Text("Title of " + id, id + " は、暗号化すること"), severity, judged, retired, differs);
    }

    static Control control(String id, Severity severity, String en, String ja) {
        var type = Types.BUCKET;
        return new Control(
                new ControlId(id),
                id.substring(0, id.indexOf('.')),
                new Text(en, ja),
                new Text(
                        "Switch the four settings on.\n\n" + LONG_LINE + "\n\nThen scan again.",
                        "4 つの設定を有効にしてから、再度スキャンしてください。\n\n" + LONG_LINE),
                severity,
                "Protect > Secure access management",
                id.equals("EC2.18") ? new Difference(LONG, URI.create("https://aws.example/")) : null,
                List.of(type),
                Map.of("authorizedTcpPorts", new Parameter("list(range)", List.of(80L, 443L))),
                Set.of("PublicAccessBlockConfiguration.BlockPublicAcls"),
                Set.of("s3:ListAllMyBuckets", "s3:GetBucketPublicAccessBlock"),
                List.of(
                        new Example(
                                "all four are on",
                                type.name(),
                                Example.Outcome.PASSES,
                                Document.of(Map.of("Name", "good"))),
                        new Example("one is off", type.name(), Example.Outcome.FAILS, BUCKET)));
    }

    @Bean
    Scores scores() {
        var scores = mock(Scores.class);
        var gap = new Gap("rds:DescribeDBClusters", "AccessDenied", "User is not authorized to perform it");
        Map<ControlId, ControlScore> now = new TreeMap<>();
        put(now, "EC2.18", ControlStatus.FAILED, new Counts(40, 12, 0, 1), List.of());
        put(now, "EC2.19", ControlStatus.PASSED, new Counts(1252, 0, 0, 0), List.of());
        put(now, "ECS.1", ControlStatus.NO_DATA, Counts.NONE, List.of());
        put(now, "RDS.24", ControlStatus.UNKNOWN, new Counts(3, 0, 2, 0), List.of(gap));
        put(now, "S3.8", ControlStatus.DISABLED, Counts.NONE, List.of());
        when(scores.controlsOf(any())).thenReturn(now);
        when(scores.controls(any(), any())).thenReturn(now);
        var score = new StandardScore(
                "fsbp",
                33,
                30,
                Map.of(ControlStatus.FAILED, 1, ControlStatus.PASSED, 1, ControlStatus.UNKNOWN, 1),
                Map.of(Severity.HIGH, new StandardScore.BySeverity(1, 2, 12)),
                91.7);
        when(scores.standard(any(), any())).thenReturn(score);
        when(scores.posture(any(), any())).thenReturn(new Scores.Posture(score, now));
        var nothing = new StandardScore("fsbp", null, null, Map.of(), Map.of(), null);
        when(scores.posture(any(), argThat(MadeUp::unread))).thenReturn(new Scores.Posture(nothing, Map.of()));
        return scores;
    }

    private static void put(
            Map<ControlId, ControlScore> map, String id, ControlStatus status, Counts counts, List<Gap> gaps) {
        map.put(
                new ControlId(id),
                new ControlScore(
                        new ControlId(id),
                        status,
                        counts,
                        counts.revealing(new Counts(0, counts.suppressed(), 0, 0)),
                        gaps,
                        NOW));
    }

    @Bean
    Evaluations evaluations() {
        var evaluations = mock(Evaluations.class);
        when(evaluations.unread(any(), anyInt())).thenReturn(List.of(new Unread("123456789012", ID, 2)));
        return evaluations;
    }

    @Bean
    Trends trends() {
        var trends = mock(Trends.class);
        var points = IntStream.rangeClosed(0, 89)
                .mapToObj(day -> new TrendPoint(
                        NOW.minus(Duration.ofDays(89 - day)),
                        day > 20 && day < 27 ? Counts.NONE : new Counts(20 + day / 4, 30 - day / 5, day % 9 / 7, 1),
                        day > 50 && day < 60 ? 80 : 100))
                .toList();
        when(trends.control(any(), any(), any(), any())).thenReturn(points);
        when(trends.control(eq(new ControlId("ECS.1")), any(), any(), any())).thenReturn(points.subList(88, 90));
        when(trends.standard(any(), any(), any(), any()))
                .thenReturn(points.stream()
                        .map(it -> new StandardPoint(
                                it.at(),
                                (int) it.counts().passed(),
                                (int) it.counts().failed(),
                                1,
                                2,
                                0,
                                it.coverage(),
                                it.counts(),
                                0,
                                3L,
                                Map.of(
                                        Severity.CRITICAL,
                                        2L,
                                        Severity.HIGH,
                                        it.counts().failed())))
                        .toList());
        return trends;
    }

    /** As the trends and steps of all accounts are. */
    @Bean
    CircleTrends circleTrends(Trends trends, Steps steps) {
        var day = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        var circles = mock(CircleTrends.class);
        when(circles.history(any(), any(), any(), any(), any()))
                .thenAnswer(call -> new StandardHistory(
                        trends.standard("fsbp", null, NOW, NOW).stream()
                                .filter(point -> !unread(call.getArgument(1))
                                        && !point.at().isBefore(call.getArgument(2)))
                                .toList(),
                        steps.standard("fsbp", null, NOW, NOW),
                        List.of(
                                new ScoreSince(7, day.minusDays(7), 31),
                                new ScoreSince(30, day.minusDays(30), 39),
                                new ScoreSince(90, day.minusDays(90), null))));
        when(circles.control(any(), any(), any(), any()))
                .thenAnswer(call -> trends.control(call.getArgument(0), null, NOW, NOW));
        when(circles.controlSteps(any(), any(), any(), any()))
                .thenAnswer(call -> steps.control(call.getArgument(0), null, NOW, NOW));
        var points = trends.control(new ControlId("EC2.18"), null, NOW, NOW);
        when(circles.lines(any(), any(), any(), any()))
                .thenReturn(Map.of(
                        new ControlId("EC2.18"), line(points), new ControlId("RDS.24"), line(points.subList(40, 41))));
        return circles;
    }

    private static NavigableMap<Instant, Counts> line(List<TrendPoint> points) {
        var line = new TreeMap<Instant, Counts>();
        points.forEach(point -> line.put(point.at(), point.counts()));
        return line;
    }

    @Bean
    Priorities priorities(Controls controls) {
        var priorities = mock(Priorities.class);
        var late = new Backlog(NOW.minus(Duration.ofDays(70)), new Page.Total(1000, Page.Total.Type.AT_LEAST));
        var fresh = new Backlog(NOW.minus(Duration.ofHours(2)), Page.Total.exact(0));
        var all = controls.all();
        when(priorities.list(any(), any(), any(), any(), anyInt()))
                .thenReturn(List.of(
                        new Priority(all.get(0), 90, 1284, Duration.ofDays(34), 0.42, late),
                        new Priority(all.get(3), 10, 3, null, 0, fresh)));
        return priorities;
    }

    @Bean
    AccountRanks ranks() {
        var ranks = mock(AccountRanks.class);
        when(ranks.list(any(), any(), anyInt()))
                .thenReturn(List.of(
                        new AccountRank(
                                "123456789012",
                                33,
                                2,
                                91.7,
                                NOW,
                                false,
                                Map.of(Severity.CRITICAL, 2L, Severity.HIGH, 1284L)),
                        new AccountRank("111122223333", 61, -3, 100.0, NOW.minus(Duration.ofDays(9)), true, Map.of()),
                        new AccountRank("210987654321", null, null, null, null, false, Map.of())));
        return ranks;
    }

    static Finding finding(int number, ComplianceStatus status, String reason) {
        return new Finding(
                new UUID(0, number),
                new ControlId("EC2.18"),
                Severity.HIGH,
                "123456789012",
                "ap-northeast-1",
                subject(),
                status,
                Text.same(reason),
                number % 3 == 0 ? WorkflowStatus.NOTIFIED : WorkflowStatus.NEW,
                null,
                null,
                RecordState.ACTIVE,
                null,
                NOW.minus(Duration.ofDays(70)),
                NOW.minus(Duration.ofHours(number)),
                status == ComplianceStatus.FAILED ? NOW.minus(Duration.ofHours(number)) : null,
                status == ComplianceStatus.FAILED ? NOW.plus(Duration.ofHours(1 - number)) : null,
                NOW,
                3);
    }

    static Finding.Subject subject() {
        return new Finding.Subject(
                ID,
                "arn:aws:ec2:ap-northeast-1:123456789012:security-group/sg-0a1b2c3d4e5f60718",
                "AWS::EC2::SecurityGroup",
                "web-front-of-the-customer-portal",
                Map.of("env", "prod", "team", "web"));
    }

    @Bean
    Deadlines deadlines() {
        var deadlines = mock(Deadlines.class);
        when(deadlines.list())
                .thenReturn(List.of(
                        new Deadline(Severity.CRITICAL, null, null, 1),
                        new Deadline(Severity.HIGH, null, null, 7),
                        new Deadline(null, new ControlId("EC2.18"), "123456789012", 30)));
        return deadlines;
    }

    @Bean
    Exports exports() {
        return mock(Exports.class);
    }

    @Bean
    RepairSums repairs() {
        var repairs = mock(RepairSums.class);
        var sum = new RepairSum(12, 12 * NOW.minus(Duration.ofDays(34)).getEpochSecond(), 5, 5 * 270_000);
        when(repairs.bySeverity(any())).thenReturn(Map.of(Severity.HIGH, sum));
        when(repairs.byControl(any(), any(), any())).thenReturn(Map.of(new ControlId("EC2.18"), sum));
        when(repairs.of(any(), any(), any(), any())).thenReturn(sum);
        return repairs;
    }

    @Bean
    Workflow workflow() {
        var workflow = mock(Workflow.class);
        when(workflow.preview(any(), any()))
                .thenReturn(new ChangePreview(List.of(
                        part("EC2.18", Severity.HIGH, Outcome.CHANGED, 1200),
                        part("EC2.19", Severity.CRITICAL, Outcome.HIDDEN_BY_RULE, 7))));
        when(workflow.changeAll(any(), any(), anyLong(), any()))
                .thenReturn(new Outcomes(Map.of(Outcome.CHANGED, 1200L, Outcome.HIDDEN_BY_RULE, 7L)));
        return workflow;
    }

    private static ChangePreview.Part part(String control, Severity severity, Outcome outcome, long findings) {
        return new ChangePreview.Part(new ControlId(control), severity, "123456789012", outcome, findings);
    }

    @Bean
    HubFindings hubFindings() {
        var leftOut = List.of(
                new LeftOut(LeftOut.Reason.CONTROL_NOT_EVALUATED, 812, List.of("ACM.1", "Athena.4", "AutoScaling.1")),
                new LeftOut(
                        LeftOut.Reason.OTHER_PRODUCT,
                        3,
                        List.of("arn:aws:securityhub:ap-northeast-1::product/aws/guardduty")));
        var hub = mock(HubFindings.class);
        when(hub.last("123456789012"))
                .thenReturn(Optional.of(new HubImport(
                        "123456789012", NOW, "admin", 1520, List.of("ap-northeast-1", "us-east-1"), leftOut)));
        return hub;
    }

    @Bean
    Comparisons comparisons() {
        var comparisons = mock(Comparisons.class);
        when(comparisons.counts(any()))
                .thenReturn(List.of(
                        new ControlComparison(new ControlId("EC2.18"), 120, 3, 0, 12, 1),
                        new ControlComparison(new ControlId("S3.8"), 1396, 0, 2, 0, 0)));
        var evidence = new Evidence(
                Map.of("IpPermissions", List.of(Map.of("FromPort", 22))), List.of(), new TreeSet<>(Set.of("x")));
        var theirs = new Compared.Theirs(ComplianceStatus.PASSED, WorkflowStatus.RESOLVED, "us-east-1", NOW);
        var ours = new Compared.Ours(finding(1, ComplianceStatus.FAILED, "tcp 22 from 0.0.0.0/0"), evidence);
        var control = new ControlId("EC2.18");
        when(comparisons.list(any(), any(), any(), any()))
                .thenReturn(new Page<>(
                        List.of(
                                new Compared(control, "us-east-1", "arn:aws:ec2:1", Agreement.DIFFER, theirs, ours, ID),
                                new Compared(
                                        control,
                                        "us-east-1",
                                        "arn:aws:ec2:2",
                                        Agreement.ONLY_THEIRS,
                                        theirs,
                                        null,
                                        null),
                                new Compared(
                                        control, "us-east-1", "arn:aws:ec2:3", Agreement.ONLY_OURS, null, ours, ID)),
                        null,
                        Page.Total.exact(3)));
        return comparisons;
    }

    private static List<Finding> dozen() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(it -> it % 4 == 0
                        ? finding(it, ComplianceStatus.WARNING, "ec2:DescribeSecurityGroups AccessDenied")
                        : finding(
                                it,
                                ComplianceStatus.FAILED,
                                "IpPermissions: tcp 22 from 0.0.0.0/0, tcp 3389 from ::/0"))
                .toList();
    }

    @Bean
    SavedViews views() {
        var views = mock(SavedViews.class);
        var critical = new SavedView(ID, "Critical in production", "/findings?severity=CRITICAL", "kim", NOW);
        when(views.list()).thenReturn(List.of(critical));
        when(views.save(any(), any(), any())).thenReturn(critical);
        return views;
    }

    @Bean
    Search search() {
        var search = mock(Search.class);
        when(search.find(null)).thenReturn(new Hits(List.of(), List.of(), List.of()));
        var production = Account.recorded("123456789012", "Production data", List.of(), NOW);
        var controls = List.of(control("S3.8", Severity.HIGH, "Buckets block public access", "バケットへのパブリックアクセスをブロックする"));
        var resources = IntStream.rangeClosed(1, 3)
                .mapToObj(n -> new FoundResource(
                        new UUID(0, n),
                        "123456789012",
                        "us-east-1",
                        "AWS::S3::Bucket",
                        "arn:aws:s3:::customer-data-" + n,
                        "customer-data-" + n,
                        n == 3 ? NOW : null))
                .toList();
        var hits = new Hits(List.of(production), controls, resources);
        when(search.find("data")).thenReturn(hits);
        when(search.suggest("dat")).thenReturn(hits);
        return search;
    }

    @Bean
    FindingSums findingSums() {
        return mock(FindingSums.class);
    }

    @Bean
    FindingLists findingLists() {
        var lists = mock(FindingLists.class);
        var tally = mock(Tally.class);
        when(tally.bySeverity()).thenReturn(Map.of(Severity.HIGH, 1284L));
        var page = new Page<>(dozen(), "bmV4dA", Page.Total.exact(1284));
        when(lists.list(any(), any(), any())).thenReturn(new FindingLists.Found(page, Optional.of(tally)));
        when(lists.lists(any(), any(), any(), any(), any())).thenReturn(List.of(page, page));
        return lists;
    }

    @Bean
    Findings findings() {
        var findings = mock(Findings.class);
        var list = dozen();
        when(findings.hiddenBy(any(), any())).thenReturn(new Page<>(list, null, Page.Total.exact(12)));
        when(findings.count(any())).thenReturn(Page.Total.exact(4));
        when(findings.count(any(), any())).thenReturn(Page.Total.exact(4));
        when(findings.hiddenByRule()).thenReturn(Map.of(ID, 12L));
        when(findings.find(ID)).thenReturn(Optional.of(list.getFirst()));
        var opened = new Transition(
                2,
                ID,
                subject(),
                NOW.minus(Duration.ofDays(2)),
                Transition.What.COMPLIANCE_STATUS,
                "PASSED",
                "FAILED",
                Text.same("tcp 22 from 0.0.0.0/0"),
                null,
                MoveCause.NEWLY_FAILING,
                ID,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(
                        "IpPermissions",
                        new Transition.Change(List.of(), List.of(Map.of("FromPort", 22, "CidrIp", "0.0.0.0/0")))));
        var noted = new Transition(
                3,
                ID,
                subject(),
                NOW.minus(Duration.ofDays(1)),
                Transition.What.WORKFLOW_STATUS,
                "NEW",
                "NOTIFIED",
                Text.same("tcp 22 from 0.0.0.0/0"),
                null,
                null,
                null,
                null,
                "admin",
                "Asked the web team to close it.",
                null,
                null,
                null,
                Map.of());
        var begun = new Transition(
                1,
                ID,
                subject(),
                NOW.minus(Duration.ofDays(70)),
                Transition.What.COMPLIANCE_STATUS,
                null,
                "PASSED",
                Text.NONE,
                null,
                MoveCause.NEW_RESOURCE,
                ID,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
        when(findings.history(ID)).thenReturn(List.of(noted, opened, begun));
        return findings;
    }

    @Bean
    SettingPreviews settingPreviews() {
        var previews = mock(SettingPreviews.class);
        var moves = List.of(
                new SettingPreview.Move(ComplianceStatus.FAILED, ComplianceStatus.PASSED, 1200),
                new SettingPreview.Move(null, ComplianceStatus.WARNING, 1));
        when(previews.preview(any(), any(), any()))
                .thenReturn(new SettingPreview(
                        moves,
                        50_000,
                        17,
                        2,
                        new Counts(0, 1200, 0, 0),
                        new Counts(1200, 1, 1, 0),
                        List.of(new ScoreChange("fsbp", 61, 62))));
        return previews;
    }

    @Bean
    Reevaluations reevaluations() {
        var reevaluations = mock(Reevaluations.class);
        when(reevaluations.progress(any())).thenReturn(Map.of(ID, new Reevaluation(34, 12, 2, 1200)));
        return reevaluations;
    }

    @Bean
    Movements movements() {
        var movements = mock(Movements.class);
        var newest = List.of(
                moved(5, MoveCause.OUT_OF_SIGHT, Transition.What.RECORD_STATE, "ACTIVE", "ARCHIVED"),
                moved(4, MoveCause.SUPPRESSED, Transition.What.WORKFLOW_STATUS, "NOTIFIED", "SUPPRESSED"),
                moved(2, MoveCause.NEWLY_FAILING, Transition.What.COMPLIANCE_STATUS, "PASSED", "FAILED"),
                moved(1, MoveCause.NEW_RESOURCE, Transition.What.COMPLIANCE_STATUS, null, "PASSED"));
        when(movements.newest(any(), any(), any(), any(), anyInt())).thenReturn(newest);
        when(movements.list(any(), any())).thenReturn(new Page<>(newest, null, Page.Total.exact(4)));
        return movements;
    }

    static Transition moved(long id, MoveCause cause, Transition.What what, @Nullable String from, String to) {
        return new Transition(
                id,
                ID,
                subject(),
                NOW.minus(Duration.ofHours(40 - 5 * id)),
                what,
                from,
                to,
                Text.same("tcp 22 from 0.0.0.0/0"),
                cause == MoveCause.OUT_OF_SIGHT ? ArchiveReason.REGION_NOT_WATCHED : null,
                cause,
                from == null ? ID : null,
                null,
                from == null ? null : "admin",
                cause == MoveCause.SUPPRESSED ? "Only during the move of the office." : null,
                cause == MoveCause.SUPPRESSED ? ID : null,
                cause == MoveCause.SUPPRESSED ? RuleEffect.HIDDEN : null,
                null,
                Map.of());
    }

    @Bean
    Steps steps() {
        var steps = mock(Steps.class);
        var day = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        var before = new Step.Point(62.5, new Counts(10, 6, 0, 1), 100);
        var after = new Step.Point(66.7, new Counts(10, 5, 2, 1), 96.5);
        var step = new Step(
                day,
                before,
                after,
                1,
                List.of(
                        new Reason(MoveCause.FIXED, Counted.FAILED, Counted.PASSED, 1),
                        new Reason(MoveCause.NEW_RESOURCE, Counted.NONE, Counted.FAILED, 1),
                        new Reason(MoveCause.COVERAGE_LOST, Counted.PASSED, Counted.UNKNOWN, 1),
                        new Reason(MoveCause.COVERAGE_LOST, Counted.FAILED, Counted.UNKNOWN, 1)));
        var seeming = new Step(
                day.minusDays(1),
                new Step.Point(50.0, new Counts(6, 6, 0, 0), 100),
                new Step.Point(66.7, new Counts(6, 3, 3, 0), 70),
                0,
                List.of(new Reason(MoveCause.COVERAGE_LOST, Counted.FAILED, Counted.UNKNOWN, 3)));
        when(steps.control(any(), any(), any(), any())).thenReturn(List.of(step, seeming));
        when(steps.standard(any(), any(), any(), any())).thenReturn(List.of(step, seeming));
        return steps;
    }

    @Bean
    Rechecks rechecks() {
        var rechecks = mock(Rechecks.class);
        when(rechecks.recheck(any(), any())).thenReturn(new Recheck(ID, ID, NOW, Recheck.Outcome.READ));
        when(rechecks.recheckResource(any(), any())).thenReturn(new Recheck(ID, ID, NOW, Recheck.Outcome.READ));
        return rechecks;
    }

    @Bean
    ResourceVerdicts verdicts() {
        var passed = new ControlId("S3.8");
        var failed = new ControlId("EC2.13");
        var verdicts = mock(ResourceVerdicts.class);
        when(verdicts.of(any()))
                .thenReturn(List.of(
                        new ResourceVerdict(
                                failed,
                                control("EC2.13", Severity.HIGH, "Port 22 is closed", "ポート 22 は閉じている"),
                                ResourceVerdict.State.JUDGED,
                                finding(1, ComplianceStatus.FAILED, "IpPermissions: tcp 22 from 0.0.0.0/0")),
                        new ResourceVerdict(
                                passed,
                                control("S3.8", Severity.MEDIUM, "Buckets are private", "バケットは非公開"),
                                ResourceVerdict.State.NOT_APPLICABLE,
                                null),
                        new ResourceVerdict(new ControlId("S3.9"), null, ResourceVerdict.State.NOT_EVALUATED, null)));
        return verdicts;
    }

    @Bean
    StoredResources resources() {
        var resources = mock(StoredResources.class);
        var bucket = new StoredResource(
                ID,
                "123456789012",
                "us-east-1",
                "AWS::S3::Bucket",
                "arn:aws:s3:::customer-data",
                "customer-data",
                Map.of("env", "prod"),
                false,
                BUCKET,
                NOW.minus(Duration.ofDays(80)),
                NOW.minus(Duration.ofDays(2)),
                null);
        when(resources.list(any(), any())).thenReturn(new Page<>(List.of(bucket), null, Page.Total.exact(1)));
        when(resources.find(ID)).thenReturn(Optional.of(bucket));
        when(resources.find(UNTAGGED)).thenReturn(Optional.of(untagged(bucket)));
        return resources;
    }

    private static StoredResource untagged(StoredResource it) {
        return new StoredResource(
                UNTAGGED,
                it.accountId(),
                it.region(),
                it.type(),
                it.arn(),
                it.name(),
                Map.of(),
                true,
                it.document(),
                it.firstSeenAt(),
                it.changedAt(),
                null);
    }

    @Bean
    Retention retention() {
        var retention = mock(Retention.class);
        var month = LocalDate.of(2026, 7, 1);
        when(retention.kept())
                .thenReturn(List.of(
                        new KeptHistory(HistoryKind.TRANSITIONS, Period.ofYears(5), 12_345_678, month, 1L << 31),
                        new KeptHistory(HistoryKind.SCANS, Period.ofMonths(6), 0, null, null)));
        return retention;
    }

    @Bean
    Reachability reachability() {
        var reachability = mock(Reachability.class);
        var facts = List.of(
                new Fact(Fact.Kind.PUBLIC_ADDRESS, "203.0.113.5"),
                new Fact(Fact.Kind.OPEN_GROUP, "sg-1 (tcp 22)"),
                new Fact(Fact.Kind.ROUTES_NOT_KNOWN, "subnet-1"));
        when(reachability.of(any(), any())).thenReturn(Optional.of(new Reach(Reach.Answer.UNKNOWN, facts)));
        return reachability;
    }

    @Bean
    ResourceVersions versions() {
        var range = "IpPermissions[0].IpRanges[0].CidrIp";
        var opened = new ResourceVersion(
                2,
                NOW.minus(Duration.ofDays(2)),
                false,
                NOW.minus(Duration.ofDays(3)),
                List.of(
                        new DocumentDifference(range, "10.0.0.0/8", "0.0.0.0/0"),
                        new DocumentDifference("Policy", null, Map.of("Statement", List.of("x".repeat(200))))),
                Set.of("Acl"));
        var unread = new ResourceVersion(1, NOW.minus(Duration.ofDays(9)), false, null, List.of(), Set.of(""));
        var first = new ResourceVersion(0, NOW.minus(Duration.ofDays(80)), true, null, List.of(), Set.of());
        var versions = mock(ResourceVersions.class);
        when(versions.list(any(), any()))
                .thenReturn(new Page<>(List.of(opened, unread, first), "bmV4dA", Page.Total.exact(9)));
        when(versions.at(any(), any())).thenReturn(Optional.empty());
        when(versions.at(any(), eq(NOW)))
                .thenReturn(Optional.of(new PastDocument(
                        NOW.minus(Duration.ofDays(2)), NOW, "customer-data", Map.of("env", "prod"), BUCKET)));
        return versions;
    }

    static Scan scan(int number, ScanState state) {
        return scan(number, "123456789012", state, null);
    }

    private static Scan scan(int number, String account, ScanState state, @Nullable Told problem) {
        return new Scan(
                new UUID(0, number),
                account,
                Scan.Trigger.MANUAL,
                null,
                state,
                List.of("us-east-1"),
                null,
                problem,
                new Scan.Progress(2, 3),
                new Scan.Tally(1520, 9804, 3, 1, 2210, 12, 5),
                number == 1 ? 91.7 : 100.0,
                NOW.minus(Duration.ofHours(number)),
                NOW,
                null);
    }

    @Bean
    Coverages coverages() {
        var coverages = mock(Coverages.class);
        when(coverages.regions(any())).thenReturn(Set.of("ap-northeast-1", "us-east-1"));
        var gap = new Coverage.CountedGap(new Gap("s3:GetBucketAcl", "AccessDenied", "explicit deny in a policy"), 4);
        var tags = new Coverage.CountedGap(new Gap("tag:GetResources", "AccessDeniedException", "not allowed"), 320);
        when(coverages.of(any()))
                .thenReturn(List.of(
                        new Coverage(
                                "us-east-1",
                                "EC2",
                                Coverage.State.COMPLETE,
                                8,
                                8,
                                1200,
                                9000,
                                3,
                                1,
                                2000,
                                2,
                                0,
                                List.of(),
                                NOW,
                                NOW),
                        new Coverage(
                                "us-east-1",
                                "S3",
                                Coverage.State.GAPS,
                                12,
                                9,
                                320,
                                804,
                                0,
                                0,
                                210,
                                10,
                                5,
                                List.of(gap, tags),
                                NOW,
                                NOW)));
        return coverages;
    }

    @Bean
    Scans scans() {
        var scans = mock(Scans.class);
        var list = List.of(
                scan(1, ScanState.RUNNING),
                scan(2, ScanState.INCOMPLETE),
                scan(3, ScanState.COMPLETED),
                scan(4, ScanState.FAILED));
        when(scans.list(any(), any())).thenReturn(new Page<>(list, null, Page.Total.exact(4)));
        when(scans.newest(any(), anyInt())).thenReturn(list);
        when(scans.last(any())).thenReturn(Map.of("123456789012", list.get(1)));
        when(scans.lastComplete(any())).thenReturn(Optional.of(list.get(2)));
        when(scans.running(any(), anyInt())).thenReturn(list.subList(0, 1));
        when(scans.everRead(any())).thenReturn(Set.of("123456789012"));
        var first = scan(5, "111122223333", ScanState.RUNNING, null);
        when(scans.running(eq(Set.of("111122223333")), anyInt())).thenReturn(List.of(first));
        when(scans.running(eq(Set.of(retired().id())), anyInt())).thenReturn(List.of());
        var refused = new Told("AWS does not let the role be assumed.", "ロールを引き受けられません。");
        when(scans.newest(eq(Set.of(retired().id())), anyInt()))
                .thenReturn(List.of(scan(6, retired().id(), ScanState.FAILED, refused)));
        when(scans.lastCompletions(any())).thenReturn(Map.of("123456789012", NOW.minus(Duration.ofHours(7))));
        list.forEach(it -> when(scans.find(it.id())).thenReturn(Optional.of(it)));
        return scans;
    }

    @Bean
    Scanner scanner() {
        var scanner = mock(Scanner.class);
        when(scanner.start(any())).thenAnswer(it -> scan(1, ScanState.QUEUED));
        return scanner;
    }

    @Bean
    Suppressions suppressions() {
        var suppressions = mock(Suppressions.class);
        var rule = rule(ID, null, "Public by contract: the partner's scanner reads these pages until the move ends.");
        var ended = rule(new UUID(0, 2), NOW.minus(Duration.ofDays(3)), "社内検証用の環境のため、移行が完了するまで抑制します。".repeat(3));
        when(suppressions.list()).thenReturn(List.of(rule, ended));
        when(suppressions.find(ID)).thenReturn(Optional.of(rule));
        when(suppressions.find(ended.id())).thenReturn(Optional.of(ended));
        when(suppressions.create(any(), any())).thenReturn(rule);
        when(suppressions.history(any()))
                .thenReturn(List.of(
                        new Suppression.Change(NOW, Suppression.Change.What.EXPIRED, null, null, List.of()),
                        new Suppression.Change(
                                NOW,
                                Suppression.Change.What.EDITED,
                                "kim",
                                "The team moved",
                                List.of(new DocumentDifference("owner", "network team", "web team"))),
                        new Suppression.Change(
                                NOW, Suppression.Change.What.CREATED, "admin", "By contract", List.of())));
        when(suppressions.edit(any(), anyInt(), any(), any(), any())).thenReturn(rule);
        when(suppressions.approve(any(), anyInt(), any(), any())).thenReturn(rule);
        var waiting = new Suppression(
                new UUID(0, 3), rule.plan(), NOW.minus(Duration.ofDays(1)), "kim", "kim", null, null, true, 1);
        when(suppressions.find(waiting.id())).thenReturn(Optional.of(waiting));
        return suppressions;
    }

    @Bean
    DayZone dayZone() {
        var zone = mock(DayZone.class);
        var tokyo = ZoneId.of("Asia/Tokyo");
        when(zone.zone()).thenReturn(tokyo);
        when(zone.now()).thenReturn(NOW.atZone(tokyo));
        when(zone.today()).thenReturn(LocalDate.ofInstant(NOW, tokyo));
        return zone;
    }

    @Bean
    SuppressionImports imports() {
        var imports = mock(SuppressionImports.class);
        var report = new ImportReport(List.of(
                new ImportReport.Line(
                        3,
                        "Sandbox",
                        ImportReport.Outcome.TAKEN,
                        FindingMatch.ofArns("arn:aws:s3:::test-*"),
                        ID,
                        List.of()),
                new ImportReport.Line(
                        9,
                        "By severity",
                        ImportReport.Outcome.LEFT_OUT,
                        null,
                        null,
                        List.of(new Refusal.Impossible(ForeignCode.UNKNOWN_CRITERION, null, "SeverityLabel")))));
        when(imports.check(any())).thenReturn(report);
        when(imports.run(any(), any())).thenReturn(report);
        return imports;
    }

    @Bean
    SuppressionPreviews previews() {
        var previews = mock(SuppressionPreviews.class);
        when(previews.of(any(), any()))
                .thenReturn(new SuppressionPreview(
                        new Page<>(
                                List.of(finding(1, ComplianceStatus.FAILED, "tcp 22 from 0.0.0.0/0")),
                                "bmV4dA",
                                Page.Total.exact(41)),
                        List.of(new ScoreChange("fsbp", 33, 50)),
                        new FailingPast.Past(
                                44,
                                List.of(
                                        new FailingPast.Day(LocalDate.parse("2026-07-03"), 12),
                                        new FailingPast.Day(LocalDate.parse("2026-07-04"), 12),
                                        new FailingPast.Day(LocalDate.parse("2026-07-05"), 41)))));
        return previews;
    }

    private static Suppression rule(UUID id, Instant endedAt, String reason) {
        var match = new FindingMatch(
                List.of(new ControlId("EC2.18"), new ControlId("EC2.19")),
                List.of("123456789012"),
                List.of(new Ou("/Workloads/Prod, web")),
                List.of("ap-northeast-1"),
                List.of("arn:aws:ec2:*:123456789012:security-group/sg-0a1b2c3d4e5f60718*"),
                new TagMatch(
                        List.of(new TagMatch.Tag("env", null)),
                        List.of(new TagMatch.Tag("team", "web")),
                        List.of(new TagMatch.Tag("tier", "1"))),
                new FindingMatch.Exempt(null, null, List.of("*-prod")));
        var plan = new Suppression.Plan(
                match, reason, "web team", NOW.plus(Duration.ofDays(30)), LocalDate.ofInstant(NOW, ZoneOffset.UTC));
        return new Suppression(
                id, plan, NOW.minus(Duration.ofDays(9)), "admin", null, endedAt, null, endedAt == null, 3);
    }

    @Bean
    Schedules schedules() {
        var schedules = mock(Schedules.class);
        var nightly = mock(Schedule.class);
        when(nightly.id()).thenReturn(ID);
        when(nightly.name()).thenReturn("Every night");
        var weekend =
                new Blackout(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), LocalTime.of(22, 0), LocalTime.of(4, 0));
        var timetable = new Timetable(Cron.parse("0 3 * * *", "Asia/Tokyo"), List.of(weekend));
        when(nightly.timetable()).thenReturn(timetable);
        var selection =
                new Selection(List.of("210987654321"), List.of(new Ou("/Workloads/Prod, web"), new Ou("/Sandbox")));
        when(nightly.selection()).thenReturn(selection);
        when(nightly.plan())
                .thenReturn(new Schedule.Plan(
                        "Every night",
                        timetable,
                        selection,
                        List.of("ap-northeast-1"),
                        null,
                        30,
                        MissedRuns.RUN_ONCE,
                        true));
        when(nightly.enabled()).thenReturn(true);
        when(schedules.runs(eq(ID), anyInt())).thenReturn(runs());
        when(schedules.runNow(ID)).thenReturn(runs().getFirst());
        when(schedules.list()).thenReturn(List.of(nightly));
        when(schedules.find(ID)).thenReturn(Optional.of(nightly));
        when(schedules.create(any())).thenReturn(nightly);
        when(schedules.change(any(), any())).thenReturn(nightly);
        return schedules;
    }

    private static List<Run> runs() {
        var started = new Run.Account("123456789012", NOW, Run.Started.STARTED, ID, null);
        var refused = new Run.Account(
                "111122223333",
                NOW,
                Run.Started.REFUSED,
                null,
                new Told(
                        "region 'ap-northeast-1' is not watched in account 111122223333; watched are us-east-1",
                        "リージョン「ap-northeast-1」はアカウント 111122223333 の監視対象ではありません。"));
        var busy = new Run.Account("123456789012", NOW, Run.Started.SKIPPED_RUNNING, new UUID(0, 2), null);
        return List.of(
                new Run(NOW, NOW, Run.Outcome.RAN, 0, List.of(started, refused)),
                new Run(NOW.minus(Duration.ofDays(1)), NOW, Run.Outcome.RAN_LATE, 3, List.of(busy)),
                new Run(NOW.minus(Duration.ofDays(3)), NOW, Run.Outcome.RAN, 0, List.of()),
                new Run(NOW.minus(Duration.ofDays(4)), NOW, Run.Outcome.MISSED, 2, List.of()));
    }
}
