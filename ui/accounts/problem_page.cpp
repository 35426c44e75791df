// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/problem_page.h"

#include "core/messages/error_sentences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>

namespace thimblely::ui {

namespace {

QString momentText(const QDateTime &at)
{
    const QDateTime here = at.toLocalTime(); // nobody can ask the file for the shop's time
    return QLocale().toString(here, QLocale::ShortFormat) + u' ' + here.timeZoneAbbreviation();
}

//! What a restored backup would lack, and a salvaged file have.
QString whichIsNewer(std::optional<Instant> backup, const QDateTime &written)
{
    if (!backup)
        return ProblemPage::tr("No backup of it is known on this computer. It was last written to %1.")
            .arg(momentText(written));
    const QDateTime made = QDateTime::fromMSecsSinceEpoch(backup->msecs());
    const QString both = ProblemPage::tr("The newest backup is of %1; the damaged file was last written to %2.")
                             .arg(momentText(made), momentText(written));
    return made < written ? both + u' ' + ProblemPage::tr("What was done in between is in the damaged file alone.")
                          : both + u' ' + ProblemPage::tr("The backup is the newer one.");
}

} // namespace

ProblemPage::ProblemPage(const Error &error, const QString &path, std::optional<Instant> newestBackup, QWidget *parent)
    : QWidget(parent)
{
    auto *rows = column(nullptr, 16);
    setLayout(rows);
    auto *box = new QWidget(this);
    box->setFixedWidth(Theme::instance().px(560));
    auto *words = column(nullptr, 12);
    words->setContentsMargins(0, 0, 0, 0);
    box->setLayout(words);
    words->addWidget(new Label(TextStyle::Heading, Role::Text,
                               error.kind == ErrorKind::Corrupt ? tr("The shop’s file is damaged")
                                                                : tr("The shop’s file cannot be opened"),
                               box));
    auto *sentence = new Label(TextStyle::Input, Role::Text, messages::sentenceFor(error), box);
    sentence->setWordWrap(true);
    words->addWidget(sentence);
    auto *where = new Label(TextStyle::Body, Role::Muted, QDir::toNativeSeparators(path), box);
    where->setWordWrap(true);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addWidget(where);
    if (error.kind == ErrorKind::Corrupt)
        addWaysOn(box, words, newestBackup, path);
    auto *buttons = row(nullptr, 12);
    Button *retry = error.kind == ErrorKind::Corrupt ? static_cast<Button *>(new PlainButton(tr("Try again"), box))
                                                     : new PrimaryButton(tr("Try again"), box);
    auto *other = new PlainButton(tr("Open another file…"), box);
    buttons->addWidget(retry);
    buttons->addWidget(other);
    buttons->addStretch(1);
    words->addLayout(buttons);
    rows->addStretch(2);
    auto *middle = row(nullptr, 0); // not aligned in the column: that asks for the height its whole width would need
    middle->addStretch(1);
    middle->addWidget(box);
    middle->addStretch(1);
    rows->addLayout(middle);
    rows->addStretch(3);
    connect(retry, &QAbstractButton::clicked, this, &ProblemPage::retryRequested);
    connect(other, &QAbstractButton::clicked, this, &ProblemPage::otherFileRequested);
    connect(&Theme::instance(), &Theme::changed, box, [box] { box->setFixedWidth(Theme::instance().px(560)); });
    if (!focusProxy())
        setFocusProxy(retry);
}

void ProblemPage::addWaysOn(QWidget *box, QBoxLayout *words, std::optional<Instant> newestBackup, const QString &path)
{
    auto *newer =
        new Label(TextStyle::Body, Role::Text, whichIsNewer(newestBackup, QFileInfo(path).lastModified()), box);
    newer->setWordWrap(true);
    words->addWidget(newer);
    // What comes first is what there is something for.
    const auto button = [box](bool first, const QString &text) {
        return first ? static_cast<Button *>(new PrimaryButton(text, box)) : new PlainButton(text, box);
    };
    auto *restore =
        button(newestBackup.has_value(),
               newestBackup ? tr("Restore the backup of %1…")
                                  .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(newestBackup->msecs()).date(),
                                                          QLocale::ShortFormat))
                            : tr("Restore a backup…"));
    auto *salvage = button(!newestBackup, tr("Read what can be read…"));
    auto *ways = row(nullptr, 12);
    ways->addWidget(newestBackup ? restore : salvage);
    ways->addWidget(newestBackup ? salvage : restore);
    ways->addStretch(1);
    words->addLayout(ways);
    connect(restore, &QAbstractButton::clicked, this, &ProblemPage::restoreRequested);
    connect(salvage, &QAbstractButton::clicked, this, &ProblemPage::salvageRequested);
    setFocusProxy(newestBackup ? restore : salvage);
}

void ProblemPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
