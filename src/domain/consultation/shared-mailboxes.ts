/**
 * Domains where everybody, or each of many subscribers, has a box: many people of one hour meet there by chance. Known to us on
 * 22 November 2026, by hand: access providers of France and its neighbours with those that they bought, and boxes that anybody opens
 * with one of them. One that is missing is seen too soon as a burst (./bursts.ts), and can be taken out whole; add it here, with the day.
 *
 * Left out on purpose: boxes that last ten minutes and ask nothing (yopmail and the like), which one person opens by the hundred.
 */
const BY_WHOM = {
  'access providers of France, and those they bought': `
    orange.fr wanadoo.fr voila.fr free.fr aliceadsl.fr libertysurf.fr online.fr freesbee.fr worldonline.fr infonie.fr tiscali.fr
    sfr.fr neuf.fr 9online.fr cegetel.net club-internet.fr noos.fr numericable.fr numericable.com bbox.fr laposte.net nordnet.fr
    dbmail.com estvideo.fr evc.net evhr.net calixo.net vialis.net wibox.fr ozone.net modulonet.fr cario.fr fnac.net m6net.fr
    mageos.com waika9.com mediaserv.net only.fr zeop.re izi.re mail.pf mls.nc lagoon.nc canl.nc`,
  'boxes of France that anybody opens': `
    caramail.com caramail.fr mailo.com mailo.fr netcourrier.com net-c.com net-c.fr francemel.fr zaclys.com mailoo.org no-log.org
    etik.com`,
  Microsoft: `
    outlook.be outlook.de outlook.es outlook.it outlook.pt hotmail.be hotmail.ch hotmail.co.uk hotmail.de hotmail.es hotmail.it
    live.be live.ca live.co.uk live.it live.nl windowslive.com`,
  'Yahoo and AOL': `
    yahoo.com yahoo.fr yahoo.be yahoo.ca yahoo.co.uk yahoo.de yahoo.es yahoo.it yahoo.com.br ymail.com rocketmail.com myyahoo.com
    aol.com aol.fr aim.com`,
  'other boxes that anybody opens': `
    gmx.fr gmx.com gmx.de gmx.net gmx.at gmx.ch web.de mail.com mailbox.org posteo.de posteo.net tutanota.com tutanota.de
    tutamail.com tuta.com tuta.io keemail.me ik.me ikmail.com zoho.com zohomail.com zohomail.eu hey.com riseup.net disroot.org
    yandex.com yandex.ru ya.ru mail.ru bk.ru list.ru inbox.ru rambler.ru ukr.net seznam.cz wp.pl o2.pl onet.pl interia.pl abv.bg
    libero.it virgilio.it sapo.pt qq.com 163.com 126.com naver.com`,
  'addresses that lead to the box of somebody': 'appleid.com duck.com mozmail.com',
  'access providers elsewhere': `
    telenet.be skynet.be proximus.be scarlet.be voo.be bluewin.ch hispeed.ch sunrise.ch pt.lu internet.lu vo.lu t-online.de
    freenet.de arcor.de tin.it alice.it tiscali.it terra.es telefonica.net btinternet.com sky.com virginmedia.com ntlworld.com
    videotron.ca sympatico.ca bell.net rogers.com shaw.ca comcast.net verizon.net att.net sbcglobal.net cox.net menara.ma`,
} as const;

/** In lower case, as somebody registers them. */
export const SHARED_MAILBOXES: ReadonlySet<string> = new Set(
  Object.values(BY_WHOM).flatMap((domains) => domains.trim().split(/\s+/)),
);
