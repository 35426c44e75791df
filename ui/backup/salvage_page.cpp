// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/backup/salvage_page.h"

#include "core/messages/error_sentences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QProgressBar>
#include <QScrollArea>
#include <QThreadPool>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 620;

} // namespace

SalvagePage::SalvagePage(QString damaged, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_damaged(std::move(damaged)), m_target(backup::salvageName(m_damaged)), m_clock(clock)
{
    build();
    setFocusProxy(m_begin);
}

SalvagePage::~SalvagePage()
{
    *m_stop = true;
}

void SalvagePage::build()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget(scroll);
    body->setAutoFillBackground(false);
    auto *form = new QWidget(body);
    form->setMaximumWidth(Theme::instance().px(formWidth));
    auto *rows = column(form, 12, {24, 24, 24, 24});
    rows->addWidget(new Label(TextStyle::Total, Role::Text, tr("Read what can be read"), form));
    m_words = new Label(TextStyle::Body, Role::Muted,
                        tr("Everything that is not damaged is read into a new file, %1, and checked. The damaged file, "
                           "%2, stays as it is.")
                            .arg(QFileInfo(m_target).fileName(), QFileInfo(m_damaged).fileName()),
                        form);
    m_words->setWordWrap(true);
    rows->addWidget(m_words);
    m_came = new Label(TextStyle::Input, Role::Text, {}, form);
    m_came->setWordWrap(true);
    m_came->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(m_came);
    m_progress = new QProgressBar(form);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    rows->addWidget(m_progress);
    m_leave = new FlatButton(tr("Back"), form);
    m_leave->setCaption(tr("Esc"));
    m_begin = new PrimaryButton(tr("Read it"), form);
    m_begin->setAutoDefault(true);
    m_goOn = new PrimaryButton(tr("Go on with what was read"), form);
    m_goOn->setAutoDefault(true);
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(m_leave);
    buttons->addStretch(1);
    buttons->addWidget(m_begin);
    buttons->addWidget(m_goOn);
    rows->addLayout(buttons);
    m_came->hide();
    m_progress->hide();
    m_goOn->hide();

    auto *middle = row(body, 0);
    middle->addStretch(1);
    middle->addWidget(form, 100, Qt::AlignTop);
    middle->addStretch(1);
    scroll->setWidget(body);
    column(this, 0)->addWidget(scroll);
    connect(&Theme::instance(), &Theme::changed, form,
            [form] { form->setMaximumWidth(Theme::instance().px(formWidth)); });
    connect(m_leave, &QAbstractButton::clicked, this, [this] {
        *m_stop = true;
        if (!m_busy)
            Q_EMIT leaveRequested();
    });
    connect(m_begin, &QAbstractButton::clicked, this, &SalvagePage::begin);
    connect(m_goOn, &QAbstractButton::clicked, this, [this] { Q_EMIT salvaged(m_target); });
}

void SalvagePage::begin()
{
    setBusy(true);
    *m_stop = false;
    QThreadPool::globalInstance()->start([page = QPointer(this), stop = m_stop, damaged = m_damaged, target = m_target,
                                          &clock = m_clock] {
        const auto result =
            std::make_shared<Result<backup::Salvaged>>(backup::salvage(damaged, target, clock, [&](int done, int all) {
                QMetaObject::invokeMethod(qApp, [page, done, all] {
                    if (page) {
                        page->m_progress->setRange(0, all);
                        page->m_progress->setValue(done);
                    }
                });
                return !*stop;
            }));
        QMetaObject::invokeMethod(qApp, [page, result] {
            if (page)
                page->finish(*result);
        });
    });
}

void SalvagePage::finish(const Result<backup::Salvaged> &result)
{
    setBusy(false);
    m_came->setRole(result ? Role::Text : Role::Late);
    QStringList lines = result ? backup::linesOf(*result) : QStringList{messages::sentenceFor(result.error())};
    if (result && !result->problems.empty())
        lines.append(tr("Something in it is wrong all the same: do not go on with it, restore a backup."));
    m_came->setText(lines.join(u'\n'));
    m_came->show();
    const bool good = result && result->problems.empty();
    m_begin->setVisible(!result);
    m_goOn->setVisible(good);
    (good ? m_goOn : result ? m_leave : m_begin)->setFocus();
}

void SalvagePage::setBusy(bool busy)
{
    m_busy = busy;
    m_begin->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_leave->setText(busy ? tr("Stop") : tr("Back"));
    if (busy)
        m_leave->setFocus();
}

void SalvagePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_leave->click();
    else
        QWidget::keyPressEvent(event);
}

void SalvagePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Surface));
}

} // namespace thimblely::ui
