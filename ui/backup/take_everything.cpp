// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/backup/take_everything.h"

#include "core/base/file_word.h"
#include "ui/backup/in_background.h"
#include "ui/desk/desk.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QDir>
#include <QProgressBar>

namespace thimblely::ui {

namespace {

constexpr int whole = 1000;

//! The second one of a day ends with a number.
QString freeFolder(const QString &place, const QString &name)
{
    QString folder = QDir(place).filePath(name);
    for (int number = 2; QFileInfo::exists(folder); ++number)
        folder = QDir(place).filePath(name + u'-' + QString::number(number));
    return folder;
}

} // namespace

TakeEverything::TakeEverything(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    auto *rows = column(this, 12);
    rows->addWidget(new SectionHead(tr("Take everything with you"), this));
    auto *words = new Label(TextStyle::Body, Role::Text,
                            tr("Clients, orders, money, history, pictures and papers, in a folder that any program can"
                               " read and that makes this shop again on another computer. It is not sealed: whoever"
                               " has the folder can read it."),
                            this);
    words->setWordWrap(true);
    rows->addWidget(words);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, whole);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    rows->addWidget(m_progress);
    m_said = new Label(TextStyle::Body, Role::Text, {}, this);
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(m_said);
    m_button = new PlainButton({}, this);
    auto *buttons = row(nullptr, 12);
    buttons->addStretch(1);
    buttons->addWidget(m_button);
    rows->addLayout(buttons);
    m_said->hide();
    setBusy(false);
    connect(m_button, &QAbstractButton::clicked, this, [this] { m_busy ? stop() : choose(); });
}

TakeEverything::~TakeEverything()
{
    stop();
}

void TakeEverything::choose()
{
    const QString place = FileDialog::folder(this, tr("Where does the folder go?"));
    if (!place.isEmpty())
        takeInto(place);
}

void TakeEverything::takeInto(const QString &place)
{
    if (m_busy)
        return;
    const QString folder = freeFolder(place, fileWord(m_desk.profile().name) + u'-' + m_desk.today().toIso());
    *m_stop = false;
    m_progress->setValue(0);
    setBusy(true);
    const auto progress = [widget = QPointer(this), stop = m_stop](int permille) {
        QMetaObject::invokeMethod(qApp, [widget, permille] {
            if (widget)
                widget->m_progress->setValue(permille);
        });
        return !*stop;
    };
    inBackground(
        this,
        [path = m_desk.session().path(), principal = m_desk.principal(), folder, progress] {
            return archive::writeArchive(path, principal, folder, progress);
        },
        [this, folder](const Result<archive::ArchiveMade> &made) { finish(made, folder); });
}

void TakeEverything::finish(const Result<archive::ArchiveMade> &made, const QString &folder)
{
    setBusy(false);
    m_said->setRole(made ? Role::Text : Role::Late);
    m_said->setText(made ? wordsFor(*made, folder) : QStringLiteral("\u25b2 ") + m_desk.sentence(made.error()));
    m_said->show();
    m_button->setFocus(Qt::OtherFocusReason);
}

QString TakeEverything::wordsFor(const archive::ArchiveMade &made, const QString &folder) const
{
    const QLocale &locale = m_desk.locale();
    QStringList words{QStringLiteral("\u2714 ") + tr("%1 rows, %2 pictures and %3 papers are in %4")
                                                      .arg(locale.toString(made.rows), locale.toString(made.pictures),
                                                           locale.toString(made.papers),
                                                           QDir::toNativeSeparators(folder))};
    if (made.missingPictures > 0)
        words.append(
            QStringLiteral("\u25b2 ") +
            tr("%1 pictures are not in the shop's folder any more.").arg(locale.toString(made.missingPictures)));
    if (made.papersLeftOut)
        words.append(QStringLiteral("\u25b2 ") + tr("The papers stay: several shops share their folder."));
    if (!made.complete)
        words.append(QStringLiteral("\u25b2 ") + tr("What your role withholds is not in it, so no shop can be made"
                                                    " from it again. The owner's export has all."));
    return words.join(u'\n');
}

void TakeEverything::setBusy(bool busy)
{
    m_busy = busy;
    m_progress->setVisible(busy);
    if (busy)
        m_said->hide();
    m_button->setText(busy ? tr("Stop") : tr("Take everything with you\u2026"));
}

} // namespace thimblely::ui
