package io.shisei.api;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How a caller calls. */
final class Calls {

    private final MockMvcTester mvc;

    Calls(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    MvcTestResult get(String path) {
        return mvc.get().uri("/api/v1" + path).exchange();
    }

    MvcTestResult post(String path, String body) {
        return send(mvc.post(), path, body);
    }

    MvcTestResult patch(String path, String body) {
        return send(mvc.patch(), path, body);
    }

    MvcTestResult delete(String path) {
        return mvc.delete().uri("/api/v1" + path).exchange();
    }

    static MvcTestResult send(MockMvcTester.MockMvcRequestBuilder request, String path, String body) {
        return request.uri("/api/v1" + path)
                .principal(() -> "admin")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
