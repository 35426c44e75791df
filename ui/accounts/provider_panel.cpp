// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/provider_panel.h"

#include "ui/accounts/provider_names.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/when_done.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>

namespace thimblely::ui {

ProviderPanel::ProviderPanel(const Clock &clock, QWidget *parent)
    : QWidget(parent), m_login(clock), m_words(new Label(TextStyle::Body, Role::Text, {}, this)),
      m_again(new PlainButton(tr("Open the browser again"), this)),
      m_copy(new PlainButton(tr("Copy the address"), this)), m_leave(new FlatButton(tr("Cancel"), this))
{
    m_words->setWordWrap(true);
    m_leave->setCaption(tr("Esc"));
    auto *rows = column(this, 12);
    rows->addWidget(m_words);
    auto *box = new QWidget(this);
    auto *flow = new FlowLayout(8, 8, box);
    for (Button *button : {m_leave, m_again, m_copy}) {
        button->setParent(box);
        flow->addWidget(button);
    }
    rows->addWidget(box);
    connect(m_again, &QAbstractButton::clicked, this, [this] { open(m_page); });
    connect(m_copy, &QAbstractButton::clicked, this, &ProviderPanel::copyAddress);
    connect(m_leave, &QAbstractButton::clicked, this, [this] {
        stop();
        Q_EMIT left();
    });
}

void ProviderPanel::begin(const OauthProvider &provider)
{
    m_name = providerName(provider.key);
    m_page = {};
    m_again->setEnabled(false);
    m_copy->setEnabled(false);
    m_words->setText(tr("Asking %1…").arg(m_name));
    auto answer = m_login.begin(provider, [this](const QUrl &page) { // the login goes before this does
        QMetaObject::invokeMethod(this, [this, page] { open(page); });
    });
    whenDone(answer, this, [this](const Result<VerifiedIdentity> &identity) {
        if (identity)
            Q_EMIT identified(*identity);
        else if (identity.error().code != "oauth.cancelled") // which was the person, or another one
            Q_EMIT failed(identity.error());
    });
}

void ProviderPanel::open(const QUrl &page)
{
    m_page = page;
    m_again->setEnabled(true);
    m_copy->setEnabled(true);
    const bool opened = QDesktopServices::openUrl(page);
    m_words->setText(
        opened ? tr("Your browser has %1’s page. Say there who you are; it goes on here by itself.").arg(m_name)
               : tr("No browser could be opened here. Copy the address into one on this computer; it goes on"
                    " here by itself."));
}

void ProviderPanel::copyAddress()
{
    QGuiApplication::clipboard()->setText(m_page.toString(QUrl::FullyEncoded));
}

void ProviderPanel::focusFirst()
{
    m_leave->setFocus(Qt::OtherFocusReason);
}

} // namespace thimblely::ui
