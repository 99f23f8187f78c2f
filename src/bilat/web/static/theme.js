// Before anything is drawn: the look chosen before, dark or light.
(function () {
  "use strict";
  try {
    const chosen = localStorage.getItem("bilat-theme");
    if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
  } catch (error) { /* storage is closed: the system's look it is */ }
})();
