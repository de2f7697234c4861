package io.shisei.control.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.control.Text;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.inventory.Document;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionTests {

    private static final Condition NOT_PUBLIC =
            Things.compile(Map.of(), null, "policy(resource.Name).filter(s, grantsPublic(s))", Demand.VIOLATIONS);

    private static final Condition ALLOWING_NOTHING = Things.compile(
            Map.of(), null, "policy(resource.Name).filter(s, allows(s, 's3:GetObject*'))", Demand.VIOLATIONS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal':'*'",
                "'Principal':{'AWS':'*'}",
                "'Principal':{'AWS':['arn:aws:iam::1:root','*']}",
                "'Principal':{'AWS':'arn:aws:iam::*:root'}",
                "'Principal':{'Service':'*'}",
                "'NotPrincipal':{'AWS':'arn:aws:iam::1:root'}",
                "'Principal':{'Federated':'graph.facebook.com'}",
                "'Principal':{'Federated':['arn:aws:iam::1:saml-provider/idp','cognito-identity.amazonaws.com']}",
                "'Principal':{'Federated':'accounts.google.com'},'Condition':{'StringEquals':{'accounts.google.com:aud':'a'}}",
                "'Principal':'*','Condition':{'StringEquals':{'aws:userid':'AROAEXAMPLE:session'}}",
                "'Principal':'*','Condition':{'StringEquals':{'kms:ViaService':'s3.eu-west-1.amazonaws.com'}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/7'}}",
                "'Principal':'*','Condition':{'StringLike':{'aws:SourceAccount':'1*'}}",
                "'Principal':'*','Condition':{'StringEquals':{'aws:SourceAccount':['1','${aws:PrincipalAccount}']}}",
                "'Principal':'*','Condition':{'StringNotEquals':{'aws:SourceAccount':'1'}}",
                "'Principal':'*','Condition':{'StringEqualsIfExists':{'aws:SourceAccount':'1'}}",
                "'Principal':'*','Condition':{'ForAllValues:StringEquals':{'aws:SourceAccount':'1'}}",
                "'Principal':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}",
                "'Principal':'*','Condition':{'StringEquals':{'s3:prefix':'a'}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':'0.0.0.0/0'}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':['10.0.0.0/8','0.0.0.0/1']}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':'2000::/3'}}",
                "'Principal':'*','Condition':{'StringLike':{'s3:DataAccessPointArn':'arn:aws:s3:eu-west-1:*:accesspoint/*'}}"
            })
    void grantsThePublic(String statement) {
        assertThat(judge("'Effect':'Allow'," + statement)).isInstanceOf(Outcome.Fails.class);
        assertThat(judge("'Effect':'Deny'," + statement)).isEqualTo(new Outcome.Holds(Text.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal':{'AWS':'arn:aws:iam::1:root'}",
                "'Principal':{'Service':'sns.amazonaws.com'}",
                "'Principal':{'Federated':'arn:aws:iam::1:oidc-provider/token.example.com'}",
                "'Principal':{'Federated':'graph.facebook.com'},'Condition':{'StringEquals':{'aws:PrincipalAccount':'1'}}",
                "'Principal':{'CanonicalUser':'79a59df9'}",
                "'Principal':'*','Condition':{'StringEquals':{'aws:userid':['AIDAEXAMPLE','123456789012:federated']}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':['10.0.0.0/8','192.168.1.1']}}",
                "'Principal':'*','Condition':{'StringEquals':{'AWS:SourceAccount':'1'}}",
                "'Principal':'*','Condition':{'stringlike':{'aws:SourceOwner':['1','2']}}",
                "'Principal':'*','Condition':{'ArnLike':{'aws:SourceArn':'arn:aws:sns:eu-west-1:1:t'},'Bool':{'a':'true'}}",
                "'Principal':'*','Condition':{'ForAnyValue:StringEquals':{'aws:PrincipalOrgPaths':'o-a/r-b/'}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':['203.0.113.0/24','2001:db8::/32']}}",
                "'Principal':'*','Condition':{'StringLike':{'s3:DataAccessPointArn':'arn:aws:s3:eu-west-1:123456789012:accesspoint/*'}}"
            })
    void grantsOnlySome(String statement) {
        assertThat(judge("'Effect':'Allow'," + statement)).isEqualTo(new Outcome.Holds(Text.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect':'Allow','Action':'s3:Get*'",
                "'Effect':'Allow','Action':['ec2:*','S3:*']",
                "'Effect':'Allow','NotAction':'s3:Put*'",
                "'Effect':'Allow','NotAction':['s3:GetObjectAcl']"
            })
    void allowsWhatItNamesOrDoesNotLeaveOut(String statement) {
        assertThat(ALLOWING_NOTHING.judge(Document.of(Map.of("Name", policy(statement))), Map.of(), Things.OCCASION))
                .isInstanceOf(Outcome.Fails.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect':'Deny','Action':'s3:Get*'",
                "'Effect':'Deny','NotAction':'ec2:*'",
                "'Effect':'Allow','Action':'s3:Put*'",
                "'Effect':'Allow','NotAction':['ec2:*','s3:*']",
                "'Effect':'Allow'"
            })
    void allowsNothingElse(String statement) {
        assertThat(ALLOWING_NOTHING.judge(Document.of(Map.of("Name", policy(statement))), Map.of(), Things.OCCASION))
                .isEqualTo(new Outcome.Holds(Text.NONE));
    }

    @Test
    void anUnreadPolicyIsUnclear() {
        var gapped = new Document(Map.of(), Map.of("Name", Things.gap("GetPolicy")));
        assertThat(NOT_PUBLIC.judge(gapped, Map.of(), Things.OCCASION))
                .isEqualTo(new Outcome.Unclear(new TreeSet<>(List.of("thing:GetPolicy AccessDenied"))));
    }

    @Test
    void aProvenGrantStandsBesideAGap() {
        var condition = Things.compile(
                Map.of(),
                null,
                "policy(resource.Name).filter(s, grantsPublic(s)).map(s, s.Sid) + resource.More.map(m, m.Name)",
                Demand.VIOLATIONS);
        var gapped = new Document(
                Map.of("Name", policy("'Sid':'all','Effect':'Allow','Principal':'*'")),
                Map.of("More", Things.gap("GetMore")));
        assertThat(condition.judge(gapped, Map.of(), Things.OCCASION))
                .isEqualTo(new Outcome.Fails(
                        List.of("all"), new TreeSet<>(List.of("thing:GetMore AccessDenied")), Text.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json(resource.Name + '{\"a\": {\"b\": [1, 2.5, null, \"c\", true]}}').a.b == [1, 2.5, 'c', true]",
                "json(resource.Name + '{\"a\": null}').?a.orValue('none') == 'none'",
                "json(resource.Name + '[]').size() == 0",
                "overlaps('s3:*', resource.Name + 's3:GetObject') && overlaps(resource.Name + 's3:*Object', 's3:get*')",
                "overlaps(resource.Name + '*', '') && overlaps(resource.Name + 'a?c', 'A*C')",
                "!overlaps('s3:Put*', resource.Name + 's3:GetObject') && !overlaps('a?', resource.Name + 'a')",
                "!overlaps(resource.Name + 'ec2:*', 's3:*') && overlaps(resource.Name + '', '')",
                "covers('s3:*', resource.Name + 'S3:Get*') && covers(resource.Name + '*', '') && covers('*', resource.Name + 's3:*')",
                "!covers('s3:Get*', resource.Name + 's3:*') && !covers(resource.Name + 's3:Get*', 's3:*Object')",
                "covers(resource.Name + 'a*c', 'a?b*c') && covers('a?', resource.Name + 'ab') && !covers('a?', resource.Name + 'a*')",
                "covers(resource.Name + '*?', '?*') && covers('a?*', resource.Name + 'a*?') && !covers('*?', resource.Name + '**')",
                "!covers(resource.Name + '?*', '*') && !covers('', resource.Name + 'a') && !covers(resource.Name + 'a', '')",
                "wholeArn(resource.Name + 'arn:aws') == 'arn:aws:*' && wholeArn(resource.Name + 'arn:aws:kms') == 'arn:aws:kms:*'",
                "wholeArn(resource.Name + 'arn:aws:kms:*:${aws:PrincipalAccount}') == 'arn:aws:kms:*:${aws:PrincipalAccount}:*'",
                "['*', 'arn', 'arn:*', 'arn:aws:kms:eu-*', 'arn:aws:s3:::data', 'arn:aws:s3:::a:b'].all(r, wholeArn(resource.Name + r) == r)"
            })
    void read(String passes) {
        var condition = Things.compile(Map.of(), null, passes, Demand.PASSES);
        assertThat(condition.judge(Document.of(Map.of()), Map.of(), Things.OCCASION))
                .isEqualTo(new Outcome.Holds(Text.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "{\"a\": 1, \"a\": 2}"})
    void aTextThatIsNoJsonIsUnclear(String text) {
        var condition = Things.compile(Map.of(), null, "json(resource.Name).a == 1", Demand.PASSES);
        assertThat(condition.judge(Document.of(Map.of("Name", text)), Map.of(), Things.OCCASION))
                .isEqualTo(new Outcome.Unclear(new TreeSet<>(List.of("json: the text is not JSON"))));
    }

    private static Outcome judge(String statement) {
        return NOT_PUBLIC.judge(Document.of(Map.of("Name", policy(statement))), Map.of(), Things.OCCASION);
    }

    private static String policy(String statement) {
        return "{\"Statement\":[{" + statement.replace('\'', '"') + "}]}";
    }
}
