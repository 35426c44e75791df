// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/first_start_page.h"

#include "core/accounts/disk_words.h"
#include "core/messages/error_sentences.h"
#include "core/vault/vault.h"
#include "core/workspaces/countries.h"
#include "ui/desk/country_row.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/when_done.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 720;

//! Which field a refusal belongs under; the others stand at the foot of the form.
struct FieldOfCode {
    const char *code;
    int field;
};

} // namespace

FirstStartPage::FirstStartPage(QString path, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_path(std::move(path)), m_clock(clock)
{
    build();
    const QString here = QLocale::territoryToCode(QLocale::system().territory());
    m_country->setCountry(countrySuggestion(here) ? here : QStringLiteral("NG"));
}

void FirstStartPage::build()
{
    auto *form = new QWidget(this);
    form->setMaximumWidth(formWidth);
    auto *rows = column(nullptr, 12);
    rows->setContentsMargins(24, 24, 24, 24);
    form->setLayout(rows);

    rows->addWidget(new Label(TextStyle::Total, Role::Text, tr("Your shop, in a minute"), form));
    auto *words =
        new Label(TextStyle::Body, Role::Muted,
                  tr("Everything stays on this computer, in one file. You can change all of it later."), form);
    words->setWordWrap(true);
    rows->addWidget(words);
    rows->addSpacing(8);

    const QString labels[FieldCount] = {tr("Name of the shop"), tr("Your name"), tr("E-mail, or a sign-in name"),
                                        tr("Password, 8 characters or more"), tr("PIN for quick switching")};
    // Tab goes in the order in which they are made.
    m_fields[Shop] = new FieldEdit(labels[Shop], form);
    m_country = new CountryRow(form);
    for (int i = Shop + 1; i < FieldCount; ++i)
        m_fields[size_t(i)] = new FieldEdit(labels[i], form);
    for (const Field secret : {Password, Pin})
        m_fields[secret]->edit()->setEchoMode(QLineEdit::Password);
    m_fields[Pin]->edit()->setInputMethodHints(Qt::ImhDigitsOnly);
    m_fields[Pin]->setHint(m_rule.hint);

    rows->addWidget(m_fields[Shop]);
    rows->addWidget(m_country);
    auto *who = row(nullptr, 16);
    who->addWidget(m_fields[Owner], 1, Qt::AlignTop);
    who->addWidget(m_fields[Login], 1, Qt::AlignTop);
    rows->addLayout(who);
    auto *secrets = row(nullptr, 16);
    secrets->addWidget(m_fields[Password], 1, Qt::AlignTop);
    secrets->addWidget(m_fields[Pin], 1, Qt::AlignTop);
    rows->addLayout(secrets);
    m_missing = new Label(TextStyle::Caption, Role::Text, {}, form);
    m_missing->setWordWrap(true);
    m_missing->hide();
    rows->addWidget(m_missing);

    addEncryption(rows, form);
    m_problem = new Label(TextStyle::Body, Role::Late, {}, form);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
    auto *buttons = row(nullptr, 12);
    auto *demo = new FlatButton(tr("Try it with a demo shop"), form);
    auto *restore = new FlatButton(tr("Start from a backup"), form);
    auto *archive = new FlatButton(tr("Start from everything taken along"), form);
    m_create = new PrimaryButton(tr("Open the shop"), form);
    m_create->setCaption(tr("Enter"));
    auto *others = new QWidget(form);
    auto *flow = new FlowLayout(12, 0, others);
    for (QWidget *each : {demo, restore, archive})
        flow->addWidget(each);
    buttons->addWidget(others, 1);
    buttons->addWidget(m_create, 0, Qt::AlignTop);
    rows->addSpacing(8);
    rows->addLayout(buttons);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *middle = new QWidget(scroll);
    middle->setAutoFillBackground(false);
    auto *centred = row(nullptr, 0);
    middle->setLayout(centred);
    centred->addStretch(1);
    centred->addWidget(form, 4, Qt::AlignVCenter);
    centred->addStretch(1);
    scroll->setWidget(middle);
    auto *page = column(nullptr, 0);
    setLayout(page);
    page->addWidget(scroll);

    connect(demo, &QAbstractButton::clicked, this, &FirstStartPage::demoRequested);
    connect(restore, &QAbstractButton::clicked, this, &FirstStartPage::restoreRequested);
    connect(archive, &QAbstractButton::clicked, this, &FirstStartPage::archiveRequested);
    connect(m_create, &QAbstractButton::clicked, this, &FirstStartPage::create);
    for (FieldEdit *field : m_fields)
        connect(field->edit(), &QLineEdit::returnPressed, this, &FirstStartPage::create);
}

//! Whether a thief can read the files, and where they can be encrypted, the choice.
void FirstStartPage::addEncryption(QBoxLayout *rows, QWidget *form)
{
    const auto say = [&](Role role, const QString &text) {
        auto *label = new Label(TextStyle::Caption, role, text, form);
        label->setWordWrap(true);
        rows->addWidget(label);
    };
    const DiskWords disk = diskWords(m_path);
    say(disk.warns ? Role::Text : Role::Muted,
        (disk.warns ? QStringLiteral("\u25b2 ") : QStringLiteral("\u2714 ")) + disk.sentence);
    if (vault::vaultOf(m_path))
        return;
    m_encrypt = new QCheckBox(tr("Encrypt this shop’s files"), form);
    rows->addWidget(m_encrypt);
    const auto tools = vault::requireTools();
    m_encrypt->setEnabled(tools.ok());
    say(Role::Muted, tools ? tr("Whoever takes the computer can then read nothing of the shop. It costs a passphrase at"
                                " each start, and who loses both that and a sheet of paper loses the files.")
                           : messages::sentenceFor(tools.error()));
}

FirstStartInput FirstStartPage::input() const
{
    FirstStartInput input;
    input.shopName = m_fields[Shop]->text().trimmed();
    m_country->fill(input);
    input.ownerName = m_fields[Owner]->text().trimmed();
    input.ownerLogin = m_fields[Login]->text().trimmed();
    input.password = m_fields[Password]->text();
    input.pin = m_fields[Pin]->text();
    return input;
}

bool FirstStartPage::showErrors(const std::vector<Error> &errors)
{
    static constexpr FieldOfCode places[] = {{"first_start.no_shop", Shop},         {"first_start.no_owner", Owner},
                                             {"first_start.no_login", Login},       {"first_start.bad_login", Login},
                                             {"accounts.password_short", Password}, {"accounts.pin_short", Pin},
                                             {"accounts.pin_simple", Pin}};
    for (FieldEdit *field : m_fields)
        field->clearError();
    m_problem->hide();
    FieldEdit *first = nullptr;
    for (const Error &error : errors) {
        const auto *place = std::find_if(std::begin(places), std::end(places),
                                         [&](const FieldOfCode &known) { return error.code == known.code; });
        if (place == std::end(places)) {
            m_problem->setText(QStringLiteral("\u25b2 ") + messages::sentenceFor(error));
            m_problem->show();
            continue;
        }
        FieldEdit *field = m_fields[size_t(place->field)];
        field->setError(messages::sentenceFor(error));
        first = first ? first : field;
    }
    if (first)
        first->edit()->setFocus(Qt::OtherFocusReason);
    return !errors.empty();
}

void FirstStartPage::create()
{
    if (!m_create->isEnabled() || showErrors(validate(input(), m_rule.shortest)))
        return;
    if (m_encrypt && m_encrypt->isChecked())
        return Q_EMIT encryptRequested();
    make();
}

void FirstStartPage::createIn(const QString &path)
{
    m_path = path;
    m_encrypt->setChecked(false); // it is done
    m_encrypt->setEnabled(false);
    make();
}

void FirstStartPage::make()
{
    setBusy(true);
    whenDone(FirstStartService::create(m_path, input(), m_clock), this, [this](const Result<access::Principal> &owner) {
        setBusy(false);
        if (owner)
            Q_EMIT finished(*owner, input().ownerName);
        else
            showErrors({owner.error()});
    });
}

void FirstStartPage::setBusy(bool busy)
{
    m_create->setEnabled(!busy);
    m_create->setText(busy ? tr("Opening…") : tr("Open the shop"));
}

//! Enter where nothing else takes it: on the tick or a choice. A line tells of its own, and lets it go on besides.
void FirstStartPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || qobject_cast<QLineEdit *>(focusWidget()))
        return QWidget::keyPressEvent(event);
    create();
}

void FirstStartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_fields[Shop]->edit()->setFocus(Qt::OtherFocusReason);
    whenPinRuleIsKnown(this, [this](const PinRule &rule) {
        m_rule = rule;
        m_fields[Pin]->setHint(rule.hint);
        m_missing->setText(rule.missing);
        m_missing->setVisible(!rule.missing.isEmpty());
    });
}

void FirstStartPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
