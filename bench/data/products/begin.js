// Ends every bundle: the page tells when its product can be asked.
window.isReady = window.product.start().then(() => {
  window.readyAt = performance.now();
});
