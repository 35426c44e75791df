// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/backup/backup_page.h"

#include "ui/backup/encryption_section.h"
#include "ui/backup/take_everything.h"
#include "ui/backup/take_tables.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QApplication>
#include <QDir>
#include <QPointer>
#include <QProgressBar>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 620;
constexpr int whole = 1000;
constexpr int stateLines = 2;      // kept free: what comes and goes there moves no button under the mouse
constexpr qsizetype confirmed = 4; // the last letters, typed again, show that it was written down

QStringList foldersOf(const backup::BackupKeeper &keeper)
{
    QStringList folders;
    for (const backup::Place &place : keeper.places())
        folders.append(place.folder);
    return folders;
}

Label *wrapped(TextStyle style, Role role, const QString &text, QWidget *parent)
{
    auto *label = new Label(style, role, text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

BackupPage::BackupPage(Desk &desk, backup::BackupKeeper &keeper, QWidget *parent)
    : Page(parent), m_desk(desk), m_keeper(keeper)
{
    build();
    connect(&keeper, &backup::BackupKeeper::changed, this, &BackupPage::refresh);
    connect(&keeper, &backup::BackupKeeper::codeChosen, this, [this] {
        m_offered.clear();
        m_confirm->setText({});
        refresh();
    });
    refresh();
}

void BackupPage::build()
{
    auto *area = new FormArea(formWidth, title(), FormArea::Stands::AtTheTop, this);
    m_form = area->form();
    QVBoxLayout *rows = area->rows();
    rows->addWidget(
        wrapped(TextStyle::Body, Role::Muted,
                tr("A sealed copy of the whole shop, made each day and when the till is closed, read back and"
                   " verified. Seven days, four weeks and twelve months are kept."),
                m_form));
    addCode(rows);
    addPlaces(rows);
    auto *encryption = new EncryptionSection(m_desk.session().path(),
                                             m_desk.principal().can(access::Capability::WorkspaceManage), m_form);
    connect(encryption, &EncryptionSection::encryptRequested, this, &BackupPage::encryptRequested);
    connect(encryption, &EncryptionSection::keyRequested, this, &BackupPage::vaultKeyRequested);
    addMaking(rows);
    rows->addWidget(encryption);
    if (m_desk.principal().can(access::Capability::DataExport)) {
        rows->addWidget(new TakeEverything(m_desk, m_form));
        rows->addWidget(new TakeTables(m_desk, m_form));
    }
    column(this, 0)->addWidget(area);
}

void BackupPage::addCode(QVBoxLayout *rows)
{
    auto *head = new SectionHead(tr("Backup code"), m_form);
    m_otherCode = new FlatButton(tr("Another code…"), m_form);
    head->addAction(m_otherCode);
    rows->addWidget(head);
    m_codeWords = wrapped(TextStyle::Body, Role::Text, {}, m_form);
    rows->addWidget(m_codeWords);
    m_codeBox = new QWidget(m_form);
    auto *box = column(m_codeBox, 12);
    m_code = new Label(TextStyle::Total, Role::Text, {}, m_codeBox);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_code->setLayoutDirection(Qt::LeftToRight);
    box->addWidget(m_code);
    auto *line = row(nullptr, 12);
    m_confirm = new FieldEdit(tr("Its last four characters, from your paper"), m_codeBox);
    m_keepCode = new PrimaryButton(tr("It is written down"), m_codeBox);
    m_giveUp = new FlatButton(tr("Cancel"), m_codeBox);
    m_giveUp->setCaption(tr("Esc"));
    line->addWidget(m_confirm, 1);
    line->addWidget(m_giveUp, 0, Qt::AlignBottom);
    line->addWidget(m_keepCode, 0, Qt::AlignBottom);
    box->addLayout(line);
    rows->addWidget(m_codeBox);
    connect(m_otherCode, &QAbstractButton::clicked, this, &BackupPage::offerCode);
    connect(m_giveUp, &QAbstractButton::clicked, this, &BackupPage::stepBack);
    connect(m_keepCode, &QAbstractButton::clicked, this, &BackupPage::keepCode);
    connect(m_confirm->edit(), &QLineEdit::returnPressed, this, &BackupPage::keepCode);
}

void BackupPage::addPlaces(QVBoxLayout *rows)
{
    auto *head = new SectionHead(tr("Where the copies go"), m_form);
    m_add = new FlatButton(tr("Add a folder or stick…"), m_form);
    m_add->setIconName("i-plus");
    head->addAction(m_add);
    rows->addWidget(head);
    m_noPlace = wrapped(TextStyle::Body, Role::Late,
                        tr("▲ Nowhere yet. A stick that goes home with you, and a second disk, survive what happens to"
                           " this computer."),
                        m_form);
    rows->addWidget(m_noPlace);
    for (size_t i = 0; i < m_rows.size(); ++i) {
        PlaceRow &each = m_rows[i];
        each.box = new QWidget(m_form);
        auto *line = row(each.box, 12);
        auto *words = column(nullptr, 0);
        each.folder = new Label(TextStyle::BodyStrong, Role::Text, {}, each.box);
        each.folder->setElided(true);
        each.state = wrapped(TextStyle::Caption, Role::Muted, {}, each.box);
        words->addWidget(each.folder);
        words->addWidget(each.state);
        each.state->setMinimumHeight(stateLines * QFontMetrics(Theme::instance().font(TextStyle::Caption)).height());
        each.remove = new PlainButton(tr("Remove"), each.box);
        line->addLayout(words, 1);
        line->addWidget(each.remove, 0, Qt::AlignTop);
        rows->addWidget(each.box);
        connect(each.remove, &QAbstractButton::clicked, this, [this, i] { removePlace(i); });
    }
    connect(m_add, &QAbstractButton::clicked, this, &BackupPage::addPlace);
}

void BackupPage::addMaking(QVBoxLayout *rows)
{
    m_progress = new QProgressBar(m_form);
    m_progress->setRange(0, whole);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    rows->addWidget(m_progress);
    m_problem = wrapped(TextStyle::Body, Role::Late, {}, m_form);
    rows->addWidget(m_problem);
    auto *restore = new FlatButton(tr("Look into a backup…"), m_form);
    m_now = new PrimaryButton(tr("Back up now"), m_form);
    m_now->setIconName("i-backup");
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(restore);
    buttons->addStretch(1);
    buttons->addWidget(m_now);
    rows->addLayout(buttons);
    m_progress->hide();
    m_problem->hide();
    connect(restore, &QAbstractButton::clicked, this, &BackupPage::restoreRequested);
    connect(m_now, &QAbstractButton::clicked, this, [this] {
        m_problem->hide();
        m_keeper.isRunning() ? m_keeper.stop() : m_keeper.backUpNow();
    });
    connect(&m_keeper, &backup::BackupKeeper::failed, this, [this](const Error &error) {
        if (isSaidInARow(error))
            return;
        m_problem->setText(QStringLiteral("\u25b2 ") + m_desk.sentence(error));
        m_problem->show();
    });
    connect(&m_keeper, &backup::BackupKeeper::made, m_problem, &QWidget::hide);
}

bool BackupPage::isSaidInARow(const Error &error) const
{
    return std::ranges::any_of(m_keeper.places(), [&](const backup::Place &place) {
        return place.problem && place.problem->code == error.code && place.problem->args == error.args;
    });
}

void BackupPage::arrive()
{
    m_arrived = true;
    m_keeper.look();
    if (m_keeper.isLoaded() && !m_keeper.hasCode() && m_offered.isEmpty())
        offerCode();
    QWidget *const first = m_codeBox->isVisibleTo(this) ? static_cast<QWidget *>(m_confirm->edit())
                           : m_keeper.places().empty()  ? m_add
                                                        : static_cast<QWidget *>(m_now);
    first->setFocus(Qt::OtherFocusReason);
}

//! Another code that was begun is given up, as long as there is one already.
bool BackupPage::stepBack()
{
    if (m_offered.isEmpty() || !m_keeper.hasCode())
        return false;
    m_offered.clear();
    refresh();
    m_now->setFocus(Qt::OtherFocusReason);
    return true;
}

void BackupPage::refresh()
{
    m_form->setVisible(m_keeper.isLoaded());
    if (!m_keeper.isLoaded())
        return;
    if (std::exchange(m_arrived, false) && !m_keeper.hasCode() && m_offered.isEmpty())
        return offerCode();
    const bool has = m_keeper.hasCode();
    m_codeBox->setVisible(!m_offered.isEmpty());
    m_otherCode->setVisible(has && m_offered.isEmpty());
    m_giveUp->setVisible(has);
    m_code->setText(m_offered);
    if (!m_offered.isEmpty())
        m_codeWords->setText(
            has ? tr("Copies made from now on are sealed to this code; older ones are opened by the old"
                     " one. Write it down, and keep it away from the computer.")
                : tr("It seals each copy, and is the only thing that opens one: nobody can bring it back."
                     " Write it down, and keep it away from the computer."));
    else
        m_codeWords->setText(has ? tr("✔ Chosen. It is kept nowhere but on your paper.") : QString());
    const auto &places = m_keeper.places();
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].box->setVisible(i < places.size());
        if (i < places.size())
            showPlace(m_rows[i], places[i]);
    }
    m_noPlace->setVisible(places.empty());
    if (std::ranges::none_of(places, [](const backup::Place &place) { return place.problem.has_value(); }))
        m_problem->hide();
    m_add->setVisible(places.size() < m_rows.size());
    m_now->setEnabled(has && !places.empty());
    m_now->setText(m_keeper.isRunning() ? tr("Stop") : tr("Back up now"));
    m_progress->setVisible(m_keeper.isRunning());
    m_progress->setValue(m_keeper.permille());
}

void BackupPage::showPlace(const PlaceRow &row, const backup::Place &place)
{
    row.folder->setText(QDir::toNativeSeparators(place.folder));
    QStringList words;
    const auto moment = [this](Instant at) {
        const auto zoned = QDateTime::fromMSecsSinceEpoch(at.msecs(), QTimeZone(m_desk.calendar().zone()));
        return m_desk.locale().toString(zoned, QStringLiteral("ddd d MMM, HH:mm"));
    };
    if (place.problem)
        words.append(QStringLiteral("\u25b2 ") + m_desk.sentence(*place.problem));
    if (place.newest)
        words.append(tr("✔ %1, %2, read back and verified")
                         .arg(moment(place.newest->madeAt), m_desk.locale().formattedDataSize(place.newest->size)));
    else if (place.problem && place.lastMade)
        words.append(tr("The last copy there is of %1.").arg(moment(*place.lastMade)));
    else if (!place.problem)
        words.append(tr("Nothing there yet"));
    if (!place.problem && place.onShopsDisk)
        words.append(tr("▲ On the shop’s own disk: what takes that takes this copy along."));
    row.state->setText(words.join(u'\n'));
}

void BackupPage::addPlace()
{
    const QString folder = FileDialog::folder(this, tr("Where the copies go"));
    if (folder.isEmpty())
        return;
    const QStringList folders = foldersOf(m_keeper);
    if (!folders.contains(folder))
        m_keeper.setPlaces(folders + QStringList{folder});
}

//! The next row comes up under the mouse: the second click of a double one is not meant for it.
void BackupPage::removePlace(size_t index)
{
    if (m_removed.isValid() && m_removed.elapsed() < QApplication::doubleClickInterval())
        return;
    m_removed.start();
    QStringList folders = foldersOf(m_keeper);
    const QString gone = folders.takeAt(qsizetype(index));
    m_keeper.setPlaces(folders);
    m_desk.notices().sayUndo(
        tr("No further copies go to %1. Those that are there stay.").arg(isolated(QDir::toNativeSeparators(gone))),
        [keeper = QPointer(&m_keeper), gone] {
            if (keeper && keeper->places().size() < backup::BackupKeeper::mostPlaces)
                keeper->setPlaces(foldersOf(*keeper) << gone);
        });
}

void BackupPage::offerCode()
{
    m_offered = backup::newBackupCode();
    m_confirm->setText({});
    m_confirm->clearError();
    refresh();
    m_confirm->edit()->setFocus(Qt::OtherFocusReason);
}

void BackupPage::keepCode()
{
    const QString typed = backup::normalBackupCode(QString(m_offered).chopped(confirmed) + m_confirm->text());
    if (m_offered.isEmpty() || typed != backup::normalBackupCode(m_offered)) {
        m_confirm->setError(tr("These are not its last four. Look at your paper."));
        m_confirm->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_keeper.chooseCode(m_offered);
}

} // namespace thimblely::ui
