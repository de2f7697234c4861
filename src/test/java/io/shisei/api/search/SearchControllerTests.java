package io.shisei.api.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.shisei.account.Account;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.inventory.search.FoundResource;
import io.shisei.search.Hits;
import io.shisei.search.Search;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class SearchControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Search search;

    @Test
    void tellsWhatIsFoundOfEachKind() {
        var account = Account.recorded(Some.ACCOUNT, "Data", List.of(), ApiTest.NOW);
        var resource = new FoundResource(
                Some.OTHER_ID, Some.ACCOUNT, "us-east-1", "AWS::S3::Bucket", "arn:aws:s3:::data", "data", null);
        when(search.find("data"))
                .thenReturn(new Hits(List.of(account), List.of(Some.control("S3.8")), List.of(resource)));
        assertThat(mvc.get().uri("/api/v1/search?q=data").header("Accept-Language", "ja"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"accounts": [{"id": "123456789012", "name": "Data"}],
                         "controls": [{"id": "S3.8", "title": "バケットは非公開"}],
                         "resources": [{"key": "00000000-0000-0000-0000-000000000002", "id": "arn:aws:s3:::data",
                                        "name": "data", "type": "AWS::S3::Bucket", "accountId": "123456789012",
                                        "region": "us-east-1", "goneAt": null}]}""");
    }

    @Test
    void asksForAText() {
        assertThat(new Calls(mvc).get("/search")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(new Calls(mvc).get("/search?q=a&kind=control")).hasStatus(HttpStatus.BAD_REQUEST);
    }
}
