// Stands first in every page and watches what the page is made of: a style sheet that one bad moment of the network lost
// is asked for again, and so is the whole page where a script was lost. Nothing was typed by then. Where the network is
// gone it waits; what it says stands in the page. A device that opens an event for the first time joins it from here, while
// the page's code is still on its way. It is served as it is: it must run in whatever opens the page.
(function () {
  var waits = [1000, 2000, 4000, 8000, 15000];
  var key = 'backrow.loads';
  var soon = 60000;

  function waitOf(tries) {
    return waits[Math.min(tries, waits.length - 1)];
  }

  /** How often this tab has loaded its page again within the last minute. */
  function loads() {
    try {
      var kept = JSON.parse(sessionStorage.getItem(key) || 'null');
      return kept && Date.now() - kept.at < soon ? kept.count : 0;
    } catch (_) {
      return 0;
    }
  }

  function count(loaded) {
    try {
      sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), count: loaded }));
    } catch (_) {
      // A browser that keeps nothing only waits less.
    }
  }

  function isStage() {
    return /\/stage(\/|$)/.test(location.pathname);
  }

  function askForSheet(lost, tries) {
    setTimeout(function () {
      // Somebody else has taken it away, and asks for it.
      if (!lost.isConnected) return;
      var sheet = lost.cloneNode();
      sheet.onerror = function () {
        askForSheet(sheet, tries + 1);
      };
      lost.replaceWith(sheet);
    }, waitOf(tries));
  }

  function loadAgain(script, tries) {
    setTimeout(function () {
      fetch(script.src, { cache: 'reload' }).then(
        function (answer) {
          if (answer.status >= 500) return loadAgain(script, tries + 1);
          count(loads() + 1);
          location.reload();
        },
        function () {
          loadAgain(script, tries + 1);
        },
      );
    }, waitOf(tries));
  }

  /**
   * [X26] Joins the event of an attendee's page on a device that was never there; whoever came by an invite has a badge in it.
   * `attendee/join/first-visit.ts` takes the answer, and decides in the same way for pages that are opened from another one.
   */
  function joinFirst() {
    var base = document.documentElement.getAttribute('data-base') || '';
    var path = location.pathname.slice(base.length).match(/^\/e\/([^/]+)\/?$/);
    if (!path || /(#|%23)invite=/i.test(location.href) || !window.fetch) return;
    var ours = 'backrow' + base + '.';
    try {
      var slug = decodeURIComponent(path[1]);
      if (localStorage.getItem(ours + 'visited.' + slug) !== null) return;
      localStorage.setItem(ours + 'visited.' + slug, 'yes');
      var known = localStorage.getItem(ours + 'attendance.' + slug);
      var inRoom = known ? known === 'inRoom' : /[?&]room=(?!0(&|$))/i.test(location.search);
      window.firstJoin = {
        slug: slug,
        answer: fetch(base + '/api/events/' + encodeURIComponent(slug) + '/join', {
          method: 'POST',
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: JSON.stringify({ attendance: inRoom ? 'inRoom' : 'remote' }),
        }),
      };
      // Whoever takes it hears of a failure; until then it is nobody's.
      window.firstJoin.answer.catch(function () {});
    } catch (_) {
      // A browser that keeps nothing may have a badge, and asks with that first; an address that means nothing has none.
    }
  }

  addEventListener(
    'error',
    function (event) {
      var lost = event.target;
      if (lost instanceof HTMLLinkElement && lost.rel === 'stylesheet' && !lost.onerror) askForSheet(lost, 0);
      if (!(lost instanceof HTMLScriptElement)) return;
      var words = document.getElementById('lost');
      if (words && !isStage()) {
        words.hidden = false;
        words.querySelector('button').onclick = function () {
          location.reload();
        };
      }
      loadAgain(lost, loads());
    },
    true,
  );

  joinFirst();
})();
