package stress.websocket;

import stress.client.JobReference;

/**
 * A job that was submitted for connections to watch.
 *
 * @param asked when its submission was begun: nothing about it was made before
 */
record MadeJob(JobReference reference, long asked) {}
