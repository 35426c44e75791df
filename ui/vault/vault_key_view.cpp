// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/vault/vault_key_view.h"

#include "core/messages/error_sentences.h"
#include "ui/documents/paper.h"
#include "ui/documents/paper_settings.h"
#include "ui/vault/vault_task.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QPrinterInfo>
#include <QTimeZone>

namespace thimblely::ui {

namespace {

constexpr qsizetype confirmed = 4; // the last characters, typed again, show that it is on paper
constexpr qsizetype groupsInARow = 4;

Label *wrapped(TextStyle style, Role role, const QString &text, QWidget *parent)
{
    auto *label = new Label(style, role, text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

VaultKeyView::VaultKeyView(QString shopFile, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_shopFile(std::move(shopFile)), m_clock(clock)
{
    auto *rows = column(this, 12);
    rows->addWidget(wrapped(TextStyle::Body, Role::Text,
                            tr("This key gives you a new passphrase when yours is forgotten. Print it or write it down,"
                               " and keep it away from the computer. Without the passphrase and without this paper the"
                               " files are lost for good."),
                            this));
    m_key = new Label(TextStyle::Heading, Role::Text, {}, this);
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_key->setLayoutDirection(Qt::LeftToRight);
    rows->addWidget(m_key);
    m_said = wrapped(TextStyle::Body, Role::Text, {}, this);
    m_said->hide();
    rows->addWidget(m_said);
    m_last = new FieldEdit(tr("Its last four characters, from your paper"), this);
    m_print = new PlainButton(tr("Print"), this);
    m_print->setIconName("i-print");
    m_print->setAutoDefault(true);
    auto *done = new PrimaryButton(tr("It is on paper"), this);
    auto *line = row(nullptr, 12);
    line->addWidget(m_last, 1);
    line->addWidget(m_print, 0, Qt::AlignBottom);
    line->addWidget(done, 0, Qt::AlignBottom);
    rows->addLayout(line);
    connect(m_print, &QAbstractButton::clicked, this, &VaultKeyView::print);
    connect(done, &QAbstractButton::clicked, this, &VaultKeyView::confirm);
    connect(m_last->edit(), &QLineEdit::returnPressed, this, &VaultKeyView::confirm);
}

void VaultKeyView::showKey(const QString &key)
{
    m_shown = key;
    const QStringList groups = key.split(u'-');
    QStringList lines;
    for (qsizetype at = 0; at < groups.size(); at += groupsInARow)
        lines.append(groups.mid(at, groupsInARow).join(QStringLiteral("  \u2013  ")));
    m_key->setText(lines.join(u'\n'));
    m_print->setFocus(Qt::OtherFocusReason);
}

//! Nobody need be signed in yet, so it goes to the printer of this device, else to the system's usual one.
void VaultKeyView::print()
{
    const QString chosen = PaperSettings::load().sheetPrinter;
    const QString printer = chosen.isEmpty() ? QPrinterInfo::defaultPrinterName() : chosen;
    const auto calendar = ShopCalendar::make(QTimeZone::systemTimeZoneId());
    m_said->show();
    if (printer.isEmpty() || !calendar)
        return m_said->setText(tr("\u25b2 No printer is set up here. Write the key down."));
    m_said->setText(tr("It is being printed…"));
    Paper paper{VaultKeySheet{m_shopFile, m_shown, calendar->dayOf(m_clock.now())}, QLocale(), *calendar};
    runVaultTask(
        this, [paper = std::move(paper), printer] { return printTo(printer, paper); },
        [this, printer](const Result<void> &printed) {
            m_said->setText(printed ? tr("\u2714 Sent to %1.").arg(printer)
                                    : QStringLiteral("\u25b2 ") + messages::sentenceFor(printed.error()));
            m_last->edit()->setFocus(Qt::OtherFocusReason);
        });
}

void VaultKeyView::confirm()
{
    if (m_shown.isEmpty() || m_last->text().trimmed().toLower() != m_shown.right(confirmed)) {
        m_last->setError(tr("These are not its last four. Look at your paper."));
        return m_last->edit()->setFocus(Qt::OtherFocusReason);
    }
    m_shown.clear();
    m_key->setText({});
    Q_EMIT onPaper();
}

} // namespace thimblely::ui
