// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_erase_pane.h"

#include "ui/desk/desk.h"
#include "ui/desk/form_draft.h"
#include "ui/documents/paper_settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/when_done.h"

#include <QTimer>

namespace thimblely::ui {

namespace {

constexpr int SecretWidth = 280;

QString listed(QStringList parts)
{
    parts.removeAll({});
    return parts.join(QStringLiteral(", "));
}

} // namespace

ClientErasePane::ClientErasePane(Desk &desk, QWidget *parent)
    : ClientTaskPane(parent), m_desk(desk), m_erase(new PrimaryButton(tr("Erase for good"), this))
{
    addButton(m_erase);
    setNameWidth(72);
    connect(m_erase, &QAbstractButton::clicked, this, &ClientErasePane::erase);
}

ErasureService ClientErasePane::service() const
{
    const QString path = m_desk.session().path();
    return {path, m_desk.principal(), m_desk.clock(), PaperSettings::folder(path)};
}

void ClientErasePane::start(ClientId client, const QString &name)
{
    m_client = client;
    m_erase->setEnabled(false);
    clearBody();
    m_secret = nullptr;
    setHead(tr("Erase %1").arg(name), tr("Nothing takes it back."));
    whenDone(service().look(client), this, [this, client](const Result<ErasureScope> &scope) {
        if (m_client != client)
            return;
        if (!scope)
            return m_desk.notices().fail(scope.error());
        show(*scope);
    });
}

void ClientErasePane::focusFirst()
{
    if (m_secret)
        m_secret->edit()->setFocus(Qt::OtherFocusReason);
    else
        leaveButton()->setFocus(Qt::OtherFocusReason);
}

QString ClientErasePane::goes(const ErasureScope &scope) const
{
    return listed({tr("name, phones, e-mail, address, notes"),
                   scope.cards > 1 ? tr("%n cards merged into this one", nullptr, scope.cards - 1) : QString(),
                   scope.measurements > 0 ? tr("%n sets of measures", nullptr, scope.measurements) : QString(),
                   scope.logEntries > 0 ? tr("%n calls and notes", nullptr, scope.logEntries) : QString(),
                   scope.appointments > 0 ? tr("%n appointments", nullptr, scope.appointments) : QString(),
                   scope.messages > 0 ? tr("%n messages", nullptr, scope.messages) : QString(),
                   scope.pictures > 0 ? tr("%n photos", nullptr, scope.pictures) : QString(),
                   tr("papers kept as files or waiting for the printer"),
                   tr("what the history, the search and half-typed pages hold of them")});
}

QString ClientErasePane::stays(const ErasureScope &scope) const
{
    const QString rows =
        listed({scope.orders > 0 ? tr("%n orders", nullptr, scope.orders) : QString(),
                scope.payments > 0 ? tr("%n payments", nullptr, scope.payments) : QString(),
                scope.invoices > 0 ? tr("%n invoices and receipts", nullptr, scope.invoices) : QString()});
    if (rows.isEmpty())
        return tr("only the number %1, so that nobody is given it again").arg(scope.number);
    return tr("%1, with numbers, days and sums: the law wants the books kept. The name becomes \u201cErased client "
              "%2\u201d; "
              "the lines of issued invoices stay word for word.")
        .arg(rows, scope.number);
}

void ClientErasePane::show(const ErasureScope &scope)
{
    clearBody();
    for (const Error &hindrance : scope.hindrances) {
        auto *line = new Label(TextStyle::Body, Role::Late, QStringLiteral("\u25b2 ") + m_desk.sentence(hindrance),
                               bodyWidget());
        line->setWordWrap(true);
        body()->addWidget(line);
    }
    addLine(tr("Goes"), goes(scope));
    addLine(tr("Stays"), stays(scope));
    const Date until = ErasureService::backupsGoneBy(m_desk.today());
    addLine(tr("Backups"),
            tr("hold it until %1 at the latest: they are kept 7 days, 4 weeks and 12 months. Papers that "
               "were handed out stay with who has them.")
                .arg(m_desk.locale().toString(until.toQDate(), QStringLiteral("d MMMM yyyy"))));
    if (!scope.namedElsewhere.isEmpty())
        addLine(tr("Look"), tr("the name also stands in what was written about others, and is left there: %1")
                                .arg(scope.namedElsewhere.join(QStringLiteral(", "))));
    if (scope.hindrances.empty())
        askForSecret();
    body()->addStretch(1);
}

void ClientErasePane::askForSecret()
{
    // In a row of its own: aligned, it would be given the height that its error needs over the whole width.
    auto *line = new QWidget(bodyWidget());
    m_secret = new FieldEdit(tr("Your PIN or password"), line);
    m_secret->edit()->setEchoMode(QLineEdit::Password);
    m_secret->setFixedWidth(Theme::instance().px(SecretWidth));
    connect(m_secret->edit(), &QLineEdit::returnPressed, this, &ClientErasePane::erase);
    auto *across = row(line, 0);
    across->addWidget(m_secret);
    across->addStretch(1);
    body()->addWidget(line);
    m_erase->setEnabled(true);
    line->show(); // the layout would only in the next turn
    focusFirst();
    QTimer::singleShot(0, m_secret, [this, secret = m_secret] { bringIntoView(secret); });
}

void ClientErasePane::erase()
{
    if (!m_secret || !m_erase->isEnabled())
        return;
    if (m_secret->text().isEmpty())
        return focusFirst();
    m_erase->setEnabled(false); // once
    leaveButton()->setEnabled(false);
    m_secret->setHint(tr("Erasing\u2026"));
    m_secret->clearError();
    whenDone(service().erase(*m_client, m_secret->text()), this, [this](const Result<ErasedClient> &client) {
        leaveButton()->setEnabled(true);
        if (client)
            return done(*client);
        m_erase->setEnabled(true);
        m_secret->setHint({});
        m_secret->setText({});
        m_secret->setError(m_desk.sentence(client.error()));
        focusFirst();
        QTimer::singleShot(0, m_secret, [this, secret = m_secret] { bringIntoView(secret); });
    });
}

void ClientErasePane::done(const ErasedClient &client)
{
    clearBody();
    m_secret = nullptr;
    dropErasedDrafts(m_desk);
    const QString erasedNow = tr("Client %1 is erased.").arg(client.number);
    m_desk.notices().say(client.rest
                             ? erasedNow + u' ' +
                                   tr("Some files could not be removed yet; that is done when the program starts "
                                      "next. %1")
                                       .arg(m_desk.sentence(*client.rest))
                             : erasedNow);
    Q_EMIT erased();
}

} // namespace thimblely::ui
