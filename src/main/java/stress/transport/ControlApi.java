package stress.transport;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A request to any address, one method for each HTTP method; implemented by Quarkus at build time.
 * Bodies are bytes both ways: what they mean is the contract's to say, not a Content-Type's.
 */
@Path("")
@RegisterRestClient(baseUri = "http://localhost")
public interface ControlApi {
  @GET
  Uni<RestResponse<byte[]>> get(@Url String url);

  @HEAD
  Uni<RestResponse<byte[]>> head(@Url String url);

  @DELETE
  Uni<RestResponse<byte[]>> delete(@Url String url);

  @POST
  Uni<RestResponse<byte[]>> post(@Url String url, byte[] body);

  @PUT
  Uni<RestResponse<byte[]>> put(@Url String url, byte[] body);

  @PATCH
  Uni<RestResponse<byte[]>> patch(@Url String url, byte[] body);
}
