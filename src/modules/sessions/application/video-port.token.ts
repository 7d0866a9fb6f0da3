/** Under this name the chosen media server is injected. */
export const VIDEO_PORT = Symbol('VideoPort');
