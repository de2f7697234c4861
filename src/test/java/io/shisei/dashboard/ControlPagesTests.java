package io.shisei.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Controls and reports of them. */
@SpringBootTest(classes = Pages.class, properties = "management.endpoint.health.validate-group-membership=false")
@AutoConfigureMockMvc
class ControlPagesTests {

    private static final Pattern ROW = Pattern.compile("data-control=\"([^\"]+)\"");

    @Autowired
    MockMvcTester mvc;

    @Test
    void groupsByServiceWithTheFiguresOfEach() throws Exception {
        var page = text(get("/controls"));
        assertThat(page.split("data-testid=\"control-group\"")).hasSize(5);
        assertThat(page).containsPattern("(?s)class=\"name\">EC2</span>.*?1 of 2 failed.*?50%.*?<span>12</span>");
        assertThat(rows(page)).containsExactly("EC2.18", "EC2.19", "ECS.1", "RDS.24", "S3.8");
    }

    @Test
    void groupsByCategoryInTheReadersLanguage() {
        var page = mvc.get().uri("/controls?group=CATEGORY").locale(Locale.JAPANESE);
        assertThat(page).bodyText().contains("保護 › 安全なアクセス管理").doesNotContain("Secure access management");
    }

    @ParameterizedTest
    @CsvSource({
        "ID, 'EC2.18,EC2.19,ECS.1,RDS.24,S3.8'",
        "SEVERITY, 'EC2.19,EC2.18,ECS.1,RDS.24,S3.8'",
        "STATUS, 'EC2.18,RDS.24,EC2.19,ECS.1,S3.8'",
        "SCORE, 'EC2.18,EC2.19,RDS.24,ECS.1,S3.8'",
        "CHANGE, 'EC2.18,RDS.24,EC2.19,ECS.1,S3.8'",
        "FAILED, 'EC2.18,EC2.19,ECS.1,RDS.24,S3.8'"
    })
    void sorts(String order, String ids) throws Exception {
        assertThat(rows(text(get("/controls?group=NONE&sort=" + order)))).containsExactly(ids.split(","));
    }

    @Test
    void tellsHowTheScoreMovedInAMonth() throws Exception {
        assertThat(text(get("/controls?q=EC2.18")))
                .containsPattern("(?s)data-control=\"EC2.18\".*?class=\"num moved up\"><span>▲ \\+\\d+\\.\\d</span>");
        assertThat(text(get("/controls?q=EC2.19")))
                .containsPattern("(?s)data-control=\"EC2.19\".*?class=\"num moved faint\"><span>–</span>");
    }

    @Test
    void countsTheControlsOfEachStatusAndKeepsTheOtherFilters() throws Exception {
        assertThat(text(get("/controls?severity=HIGH&status=FAILED")))
                .containsPattern("(?s)href=\"\\?severity=HIGH\">\\s*<span>All</span> <span class=\"count\">2<")
                .containsPattern("href=\"\\?severity=HIGH&amp;status=FAILED\" aria-current=\"true\">.*?count\">1<")
                .containsPattern("href=\"\\?severity=HIGH&amp;status=NO_DATA\">.*?count\">1<");
    }

    @Test
    void leadsFromEachNumberToItsFindings() throws Exception {
        assertThat(text(get("/controls?account=123456789012")))
                .contains("href=\"/controls/EC2.18?account=123456789012\"")
                .contains("href=\"/findings?controlId=EC2.18&amp;accountId=123456789012&amp;complianceStatus=FAILED"
                        + "&amp;workflowStatus=NEW&amp;workflowStatus=NOTIFIED&amp;workflowStatus=RESOLVED\"")
                .contains("workflowStatus=SUPPRESSED\">1 suppressed</a>");
    }

    @Test
    void marksWhereTheScoreMovedAndLeadsToWhatMovedIt() throws Exception {
        assertThat(text(get("/controls/EC2.18?account=123456789012")))
                .containsPattern("/movements\\?day=2026-09-30&amp;[^\"]*controlId=EC2.18&amp;account=123456789012\"")
                .containsPattern("(?s)data-testid=\"mark\".*?62.5%.*?66.7%.*?fixed");
    }

    @Test
    void showsTheCheckWithTheValuesOfItsParameters() throws Exception {
        assertThat(text(get("/controls/EC2.18?account=123456789012")))
                .contains("open.filter(p, !(p.FromPort in <span"
                        + " class=\"param\">params.authorizedTcpPorts<b>443</b></span>))")
                .contains("Resources of which this holds are judged", "They fail for each part", "open.size() &gt; 0")
                .contains("ec2:DescribeSecurityGroups");
    }

    @Test
    void namesTheFirstFailingResourceInTheRemediation() throws Exception {
        assertThat(text(get("/controls/EC2.18")))
                .contains("Filled in for web-front-of-the-customer-portal in Production, ap-northeast-1")
                .contains("aws --region ap-northeast-1 s3api put-public-access-block");
    }

    @Test
    void leavesNoEnglishInJapaneseExamples() throws Exception {
        var page =
                text(mvc.get().uri("/controls/EC2.18").locale(Locale.JAPANESE).exchange());
        assertThat(page).contains("<span>例 1</span>").doesNotContain("one is off", "Protect");
        assertThat(text(get("/controls/EC2.18"))).contains("one is off").doesNotContain("Example 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reports/standards/fsbp", "/reports/accounts/123456789012"})
    void reportsAStandard(String report) throws Exception {
        assertThat(text(get(report)))
                .contains("2026-08-31 to 2026-09-30", "33%", "2 of 4 controls of FSBP")
                .containsPattern(
                        "(?s)data-testid=\"moves\".*fixed</th>.*?<span>0</span>.*?<span>1</span>.*coverage lost</th>")
                .containsPattern("(?s)data-testid=\"worst\".*EC2.18.*34.0 days")
                .containsPattern("(?s)data-testid=\"fixed\".*EC2.18.*3.1 days")
                .containsPattern("data-testid=\"overdue\">4<")
                .containsPattern("(?s)data-testid=\"mark\" href=\"/movements\\?day=[0-9-]+&amp;standardId=fsbp");
    }

    @Test
    void reportsAControlInBothLanguages() throws Exception {
        assertThat(text(get("/reports/controls/EC2.18?days=90")))
                .contains("2026-07-02 to 2026-09-30", "tcp 22 from 0.0.0.0/0", "put-public-access-block");
        assertThat(mvc.get().uri("/reports/controls/EC2.18").locale(Locale.JAPANESE))
                .bodyText()
                .contains("レポート: EC2.18", "失敗している検出結果の増減", "修復");
    }

    @ParameterizedTest
    @CsvSource({
        "/reports/standards/nist, 404",
        "/reports/standards/fsbp?account=999999999999, 404",
        "/reports/accounts/999999999999, 404",
        "/reports/controls/S3.99, 404",
        "/reports/controls/nope, 404",
        "/reports/standards/fsbp?days=8, 400",
        "/controls?group=BAD, 400",
        "/controls?sort=BAD, 400"
    })
    void refusesWhatIsNotThere(String path, int status) {
        assertThat(get(path)).hasStatus(status);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).locale(Locale.ENGLISH).exchange();
    }

    private static String text(MvcTestResult page) throws UnsupportedEncodingException {
        assertThat(page).hasStatusOk();
        return page.getResponse().getContentAsString();
    }

    private static List<String> rows(String page) {
        return ROW.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
