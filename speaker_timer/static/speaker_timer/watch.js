/* A speaker's link leads straight to the time; whoever has no script taps the button. */
document.getElementById("come-in").submit();
