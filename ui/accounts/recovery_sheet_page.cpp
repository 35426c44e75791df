// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/recovery_sheet_page.h"

#include "ui/desk/desk.h"
#include "ui/documents/order_papers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QGridLayout>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 620;
constexpr int columns = 2;

} // namespace

RecoverySheetPage::RecoverySheetPage(Desk &desk, QString name, QWidget *parent)
    : Page(parent), m_desk(desk), m_name(std::move(name)), m_service(desk.session().path(), desk.clock())
{
    build();
}

void RecoverySheetPage::build()
{
    auto *area = new FormArea(formWidth, title(), FormArea::Stands::AtTheTop, this);
    QWidget *form = area->form();
    QVBoxLayout *rows = area->rows();
    auto *words =
        new Label(TextStyle::Body, Role::Muted,
                  tr("Ten codes, each good once, that give you a new password when yours is lost. Keep them where"
                     " money is kept, not beside the computer. Without the password and without a code nobody"
                     " can sign in as you again, ever. No data is lost by that: all of it stays in the shop’s file and"
                     " in the backups, and the others of the team go on with it."),
                  form);
    words->setWordWrap(true);
    rows->addWidget(words);
    m_state = new Label(TextStyle::Body, Role::Text, {}, form);
    m_state->setWordWrap(true);
    rows->addWidget(m_state);
    m_sheet = new QWidget(form);
    m_codes = new QGridLayout(m_sheet);
    m_codes->setContentsMargins(0, 0, 0, 0);
    m_codes->setSpacing(12);
    m_sheet->setLayoutDirection(Qt::LeftToRight);
    rows->addWidget(m_sheet);
    m_password = new FieldEdit(tr("Your password"), form);
    m_password->edit()->setEchoMode(QLineEdit::Password);
    rows->addWidget(m_password);
    m_make = new PlainButton(tr("Make a new sheet"), form);
    m_done = new PlainButton(tr("They are on paper"), form);
    m_print = new PrimaryButton(tr("Print"), form);
    m_print->setAutoDefault(true);
    m_print->setIconName("i-print");
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(m_make);
    buttons->addStretch(1);
    buttons->addWidget(m_done);
    buttons->addWidget(m_print);
    rows->addLayout(buttons);
    rows->addWidget(buildNext(form));
    column(this, 0)->addWidget(area);
    connect(m_make, &QAbstractButton::clicked, this, &RecoverySheetPage::make);
    connect(m_password->edit(), &QLineEdit::returnPressed, this, &RecoverySheetPage::make);
    connect(m_done, &QAbstractButton::clicked, this, &RecoverySheetPage::confirm);
    connect(m_print, &QAbstractButton::clicked, this, &RecoverySheetPage::print);
    showCodes({});
}

//! What a new shop has to do next is no search through menus.
QWidget *RecoverySheetPage::buildNext(QWidget *form)
{
    m_next = new QWidget(form);
    auto *words =
        new Label(TextStyle::Body, Role::Text,
                  tr("The shop is ready. What hangs in it already, and who owes what, can go in first: a page of"
                     " the old book at a time, with its tickets. It can wait, too: Today offers it."),
                  m_next);
    words->setWordWrap(true);
    auto *today = new PlainButton(tr("Begin with today"), m_next);
    m_notebook = new PrimaryButton(tr("What hangs here already"), m_next);
    m_notebook->setAutoDefault(true);
    auto *buttons = row(nullptr, 12);
    buttons->addStretch(1);
    buttons->addWidget(today);
    buttons->addWidget(m_notebook);
    auto *all = column(m_next, 12);
    all->addWidget(words);
    all->addLayout(buttons);
    m_next->hide();
    connect(today, &QAbstractButton::clicked, this, &RecoverySheetPage::todayRequested);
    connect(m_notebook, &QAbstractButton::clicked, this, &RecoverySheetPage::notebookRequested);
    return m_next;
}

//! The first ones are made without being asked for; later ones are a decision.
void RecoverySheetPage::arrive()
{
    if (m_busy || !m_shown.isEmpty())
        return;
    setBusy(true);
    whenDone(m_service.sheet(m_desk.principal().person), this, [this](const Result<thimblely::RecoverySheet> &sheet) {
        setBusy(false);
        if (!sheet)
            return m_desk.notices().fail(sheet.error());
        m_has = sheet->left > 0;
        m_first = !m_has;
        showSheet(*sheet);
        if (m_has)
            m_password->edit()->setFocus(Qt::OtherFocusReason);
        else
            make();
    });
}

bool RecoverySheetPage::handle(ActionId id)
{
    if (id != ActionId::PrintAgain)
        return false;
    print();
    return true;
}

void RecoverySheetPage::make()
{
    if (m_busy)
        return;
    m_password->clearError();
    setBusy(true);
    m_state->setText(tr("They are being made…"));
    whenDone(m_service.makeCodes(m_desk.principal().person, m_password->text()), this,
             [this](const Result<QStringList> &codes) {
                 setBusy(false);
                 if (codes) {
                     m_has = true;
                     m_password->setText({});
                     return showCodes(*codes);
                 }
                 showSheet({});
                 m_has = true; // they are there: the password is asked for
                 m_password->setVisible(true);
                 m_password->setError(m_desk.sentence(codes.error()));
                 m_password->edit()->setFocus(Qt::OtherFocusReason);
             });
}

void RecoverySheetPage::showCodes(const QStringList &codes)
{
    m_shown = codes;
    while (QLayoutItem *item = m_codes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < codes.size(); ++i) {
        auto *code = new Label(TextStyle::Heading, Role::Text, codes[i], m_sheet);
        code->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_codes->addWidget(code, int(i) / columns, int(i) % columns);
    }
    m_sheet->setVisible(!codes.isEmpty());
    m_print->setVisible(!codes.isEmpty());
    m_done->setVisible(!codes.isEmpty());
    m_password->setVisible(m_has && codes.isEmpty());
    m_make->setVisible(codes.isEmpty());
    if (codes.isEmpty())
        return;
    m_state->setText(
        tr("▲ They stand here until you say that they are on paper, or sign out. What was on an older sheet opens"
           " nothing any more."));
    m_print->setFocus(Qt::OtherFocusReason);
}

void RecoverySheetPage::confirm()
{
    setBusy(true);
    whenDone(m_service.setOnPaper(m_desk.principal().person), this, [this](const Result<void> &kept) {
        setBusy(false);
        if (!kept)
            return m_desk.notices().fail(kept.error()); // the codes stay where they are
        if (m_shown.isEmpty())
            return arrive();
        showCodes({});
        showSheet({RecoveryService::codes});
        m_next->setVisible(m_first);
        if (m_first)
            m_notebook->setFocus(Qt::OtherFocusReason);
    });
}

void RecoverySheetPage::showSheet(const thimblely::RecoverySheet &sheet)
{
    QString words = sheet.left > 0 ? tr("%n codes of your sheet are left.", nullptr, sheet.left) : QString();
    if (!sheet.onPaper)
        words = tr("▲ Your codes were made, and nobody said that they are on paper. If you have them, say so; if not,"
                   " make a new sheet: these are shown never again.");
    m_state->setText(words);
    m_password->setVisible(m_has && m_shown.isEmpty());
    m_done->setVisible(!m_shown.isEmpty() || !sheet.onPaper);
}

void RecoverySheetPage::print()
{
    if (m_shown.isEmpty())
        return;
    OrderPapers(m_desk).printRecovery({{}, m_name, m_shown, m_desk.today()});
}

void RecoverySheetPage::setBusy(bool busy)
{
    m_busy = busy;
    m_make->setEnabled(!busy);
    m_done->setEnabled(!busy);
    m_password->setEnabled(!busy);
}

} // namespace thimblely::ui
